package io.pumasentinel.benchmark.detection.traffic;

import java.util.random.RandomGenerator;

/**
 * Latencies: lognormal, one in a hundred longer by a Pareto factor, and longer under load.
 *
 * @param medianSeconds at the mean rate
 * @param spread standard deviation of the natural logarithm
 * @param load the median grows with this power of the rate relative to its mean
 */
public record LatencyLaw(double medianSeconds, double spread, double load) {
    private static final double TAIL = 0.01;
    private static final double TAIL_EXPONENT = 2;
    private static final double MOST_SECONDS = 60;
    private static final double NORMAL_95 = 1.645;

    /** The 0.95 quantile at the mean rate, without the tail. */
    public double p95Seconds() {
        return medianSeconds * Math.exp(NORMAL_95 * spread);
    }

    /**
     * One latency in nanoseconds.
     *
     * @param logFactor natural logarithm of the factor on everything
     * @param spreadFactor on the spread
     */
    long nanos(RandomGenerator random, double logFactor, double spreadFactor) {
        double seconds =
                medianSeconds * Math.exp(logFactor + spread * spreadFactor * random.nextGaussian());
        if (random.nextDouble() < TAIL) {
            seconds *= Math.pow(1 - random.nextDouble(), -1 / TAIL_EXPONENT);
        }
        return Math.round(Math.min(seconds, MOST_SECONDS) * 1e9);
    }
}
