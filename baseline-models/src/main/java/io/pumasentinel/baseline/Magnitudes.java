package io.pumasentinel.baseline;

/** Weighted counts of positive numbers in bins of growing width, side by side. */
interface Magnitudes {
    /** The lowest bin that is kept. */
    int lowestBin();

    /** The bins' weights, from the lowest one up. */
    float[] binWeights();

    /** Sum of all weights. */
    double total();

    /** The number that stands for a bin: its geometric centre. */
    double centreOf(int bin);

    /** The number between a bin and the next. */
    double edgeOf(int bin);

    /** The bin of the {@code q}-quantile; only if something was counted. */
    default int quantileBin(double q) {
        float[] weights = binWeights();
        double rank = q * total();
        double below = 0;
        for (int i = 0; i < weights.length; i++) {
            below += weights[i];
            if (below > rank) {
                return lowestBin() + i;
            }
        }
        return lowestBin() + weights.length - 1;
    }

    /** The weight of everything above a bin. */
    default double weightAbove(int bin) {
        float[] weights = binWeights();
        double above = 0;
        for (int i = Math.max(0, bin + 1 - lowestBin()); i < weights.length; i++) {
            above += weights[i];
        }
        return above;
    }

    /** Weighted sum of ln(number / upper edge of {@code bin}) over everything above the bin. */
    default double logExcessAbove(int bin) {
        float[] weights = binWeights();
        double edge = edgeOf(bin);
        double excess = 0;
        for (int i = Math.max(0, bin + 1 - lowestBin()); i < weights.length; i++) {
            if (weights[i] > 0) {
                excess += weights[i] * Math.log(centreOf(lowestBin() + i) / edge);
            }
        }
        return excess;
    }

    /** The lowest bin to keep when {@code bin} comes in: no more than {@code most} in all. */
    default int lowestWith(int bin, int most) {
        int high = Math.max(bin, lowestBin() + binWeights().length - 1);
        return Math.max(Math.min(bin, lowestBin()), high - most + 1);
    }

    /** The weights with room for {@code bin}; what lies under {@code low} is folded into it. */
    default float[] weightsWith(int bin, int low) {
        float[] weights = binWeights();
        int high = Math.max(bin, lowestBin() + weights.length - 1);
        if (low == lowestBin() && high == low + weights.length - 1) {
            return weights;
        }
        float[] moved = new float[high - low + 1];
        for (int i = 0; i < weights.length; i++) {
            moved[Math.max(lowestBin() + i - low, 0)] += weights[i];
        }
        return moved;
    }
}
