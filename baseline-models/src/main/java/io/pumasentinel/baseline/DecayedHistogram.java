package io.pumasentinel.baseline;

/**
 * All latencies of an endpoint's past, the older the lighter, within 4 % of their value.
 *
 * <p>Each bin joins four neighbours of {@link LatencyHistogram}; at most {@value #MOST_BINS} (0.4
 * kB) are kept, the lowest are folded beyond that.
 */
public class DecayedHistogram implements Magnitudes {
    static final int MOST_BINS = 96;

    private static final int JOINED = 4;
    private static final float[] NONE = {};

    /** The joined bin that {@code weights[0]} stands for. */
    public int lowest;

    public float[] weights = NONE;

    /** Sum of the weights. */
    public double total;

    /** Shrinks all weights by {@code keep}, then adds a window's latencies with weight 1. */
    void learn(LatencyHistogram window, double keep) {
        total *= keep;
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= (float) keep;
        }
        for (int slot = window.counts.length - 1; slot >= 0; slot--) {
            if (window.counts[slot] > 0) {
                add(Math.floorDiv(window.lowest + slot, JOINED), window.counts[slot]);
            }
        }
    }

    @Override
    public int lowestBin() {
        return lowest;
    }

    @Override
    public float[] binWeights() {
        return weights;
    }

    @Override
    public double total() {
        return total;
    }

    /** In nanoseconds. */
    @Override
    public double centreOf(int bin) {
        double low = LatencyHistogram.valueOf(bin * JOINED);
        return Math.sqrt(low * LatencyHistogram.valueOf(bin * JOINED + JOINED - 1));
    }

    /** In nanoseconds. */
    @Override
    public double edgeOf(int bin) {
        int next = (bin + 1) * JOINED;
        return Math.sqrt(LatencyHistogram.valueOf(next - 1) * LatencyHistogram.valueOf(next));
    }

    private void add(int bin, int times) {
        if (weights.length == 0) {
            lowest = bin;
            weights = new float[1];
        } else if (bin < lowest || bin >= lowest + weights.length) {
            int low = lowestWith(bin, MOST_BINS);
            weights = weightsWith(bin, low);
            lowest = low;
        }
        weights[Math.max(bin - lowest, 0)] += times;
        total += times;
    }
}
