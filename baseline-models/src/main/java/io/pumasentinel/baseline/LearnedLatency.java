package io.pumasentinel.baseline;

import java.util.List;

/**
 * The usual latency quantiles of an endpoint's windows, and the usual latencies of its requests.
 *
 * <p>Quantiles are judged by their logarithm. Windows whose 0.95 quantile lies above its band do
 * not teach the request latencies; when such a change is accepted, these start afresh.
 */
public class LearnedLatency {
    /** Quantiles of fewer requests say nothing and are neither judged nor learned. */
    private static final int LEAST_REQUESTS = 5;

    /** Quantiles of windows agree no better than this: 5 %. */
    private static final double LEAST_DEVIATION = 0.05;

    private static final double NANOS = 1e9;

    public LearnedLevel p50 = new LearnedLevel();
    public LearnedLevel p95 = new LearnedLevel();
    public LearnedLevel p99 = new LearnedLevel();
    public DecayedHistogram requests = new DecayedHistogram();

    /** Scores the quantiles of a (pooled) window if {@code warm}, then learns them. */
    void close(
            LatencyHistogram window,
            Pool pool,
            BaselineSettings settings,
            List<WindowScore> scores) {
        if (window.count() < LEAST_REQUESTS) {
            return;
        }
        close(Metric.LATENCY_P50, 0.5, p50, window, pool, settings, scores);
        boolean accepted = close(Metric.LATENCY_P95, 0.95, p95, window, pool, settings, scores);
        close(Metric.LATENCY_P99, 0.99, p99, window, pool, settings, scores);
        if (accepted) {
            requests = new DecayedHistogram();
        }
        if (p95.run.windows <= 0) {
            requests.learn(window, settings.keep());
        }
    }

    private static boolean close(
            Metric metric,
            double quantile,
            LearnedLevel level,
            LatencyHistogram window,
            Pool pool,
            BaselineSettings settings,
            List<WindowScore> scores) {
        long nanos = window.quantileNanos(quantile);
        double value = Math.log((double) nanos);
        if (!pool.warm() || !level.known()) {
            level.learnFreely(value, settings);
            return false;
        }
        Band band = level.band(LEAST_DEVIATION);
        double expected = Math.exp(band.centre());
        double slow = settings.guards().slowNanos(expected);
        boolean notable =
                nanos >= slow && window.countAbove(slow) >= settings.guards().affectedRequests();
        scores.add(
                new WindowScore(
                        metric,
                        Surprise.ofDeviation(band.z(value)),
                        nanos / NANOS,
                        expected / NANOS,
                        Math.exp(band.lower()) / NANOS,
                        Math.exp(band.upper()) / NANOS,
                        pool.spanMillis(),
                        notable));
        return level.learn(value, band, pool.windows(settings), settings)
                == LearnedLevel.Lesson.ACCEPTED;
    }
}
