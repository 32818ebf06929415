package io.pumasentinel.baseline;

/**
 * How unusual one metric of one worker was.
 *
 * @param metric what was judged; it fixes the unit of the values
 * @param score in [0,1]; 0.5 at the edges of the band, 0.9 about 5.5 standard deviations out
 * @param observed the pooled samples' value
 * @param expected the centre of what was learned before them
 * @param lower the band's lower edge
 * @param upper the band's upper edge
 * @param spanMillis how long the pooled samples were together
 * @param notable whether the effect is large enough, in the direction that hurts, to matter
 */
public record WorkerScore(
        WorkerMetric metric,
        double score,
        double observed,
        double expected,
        double lower,
        double upper,
        long spanMillis,
        boolean notable) {}
