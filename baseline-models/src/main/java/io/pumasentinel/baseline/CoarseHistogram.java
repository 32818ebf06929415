package io.pumasentinel.baseline;

/**
 * Counts numbers from 1 upwards with weights, so that every quantile is known within 23 %.
 *
 * <p>Two bins an octave: a number's bin is the exponent and the highest bit of the mantissa of its
 * IEEE 754 form, so that counting costs no logarithm (the idea is HdrHistogram's). At most {@value
 * #MOST_BINS} bins (128 bytes) are kept, numbers that differ by a factor of 65,000; beyond that the
 * lowest are folded into the lowest kept one.
 *
 * <p>A plain object for keyed state, mutated in place; not thread-safe.
 */
public class CoarseHistogram implements Magnitudes {
    static final int MOST_BINS = 32;

    private static final int SHIFT = 51;
    private static final long BIN_OF_ONE = Double.doubleToRawLongBits(1.0) >>> SHIFT;
    private static final float[] NONE = {};

    /** The bin that {@code weights[0]} stands for; bin 0 begins at 1. */
    public int lowest;

    public float[] weights = NONE;

    /** Sum of the weights. */
    public double sum;

    /** Counts one number with weight 1; below 1 counts as 1, a negative one (unknown) not. */
    public void add(double number) {
        if (number >= 0) {
            add(binOf(number), 1);
        }
    }

    /** Adds what {@code other} counted; {@code other} stays as it is. */
    public void merge(CoarseHistogram other) {
        learn(other, 1, Integer.MAX_VALUE, Integer.MAX_VALUE);
    }

    /**
     * Shrinks all weights by {@code keep}, then adds what {@code window} counted.
     *
     * @param edge numbers of higher bins are outliers
     * @param instead the bin in which outliers are learned
     */
    void learn(CoarseHistogram window, double keep, int edge, int instead) {
        if (keep < 1) {
            sum *= keep;
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= (float) keep;
            }
        }
        for (int i = window.weights.length - 1; i >= 0; i--) {
            if (window.weights[i] > 0) {
                int bin = window.lowest + i;
                add(bin > edge ? instead : bin, window.weights[i]);
            }
        }
    }

    /** Whether nothing was counted. */
    public boolean isEmpty() {
        return sum == 0;
    }

    static int binOf(double number) {
        return (int) ((Double.doubleToRawLongBits(Math.max(number, 1)) >>> SHIFT) - BIN_OF_ONE);
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
        return sum;
    }

    @Override
    public double centreOf(int bin) {
        return Math.sqrt(edgeOf(bin - 1) * edgeOf(bin));
    }

    @Override
    public double edgeOf(int bin) {
        return Double.longBitsToDouble((bin + 1 + BIN_OF_ONE) << SHIFT);
    }

    private void add(int bin, float weight) {
        if (weights.length == 0) {
            lowest = bin;
            weights = new float[1];
        } else if (bin < lowest || bin >= lowest + weights.length) {
            int low = lowestWith(bin, MOST_BINS);
            weights = weightsWith(bin, low);
            lowest = low;
        }
        weights[Math.max(bin - lowest, 0)] += weight;
        sum += weight;
    }
}
