package io.pumasentinel.baseline;

/**
 * Mean and variance in which every observation halves in weight after a half-life.
 *
 * <p>Updated by West's recurrence (1979, equations for weighted data, with the old weights scaled
 * first): no difference of large sums occurs, so the variance neither cancels nor turns negative.
 * Constant input has the variance 0 exactly.
 */
public class DecayedMoments {
    /** Sum of the weights; the newest observation has weight 1. */
    public double weight;

    public double mean;

    /** Weighted sum of the squared deviations from the mean. */
    public double squares;

    /**
     * Learns one value.
     *
     * @param value must be finite
     * @param keep the factor for the weights of everything before, in (0,1]
     */
    public void observe(double value, double keep) {
        double before = keep * weight;
        double deviation = value - mean;
        weight = before + 1;
        mean += deviation / weight;
        squares = keep * squares + before / weight * deviation * deviation;
    }

    /** Unbiased for equal weights; 0 before the second observation. */
    public double variance() {
        return weight > 1 ? squares / (weight - 1) : 0;
    }
}
