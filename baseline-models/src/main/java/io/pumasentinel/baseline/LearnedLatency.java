package io.pumasentinel.baseline;

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

    /** Scores the quantiles of a (pooled) window if the judgement is warm, then learns them. */
    void close(LatencyHistogram window, Judgement judgement) {
        if (window.count() < LEAST_REQUESTS) {
            return;
        }
        close(Metric.LATENCY_P50, 0.5, p50, window, judgement);
        boolean accepted = close(Metric.LATENCY_P95, 0.95, p95, window, judgement);
        close(Metric.LATENCY_P99, 0.99, p99, window, judgement);
        if (accepted) {
            requests = new DecayedHistogram();
        }
        if (p95.run.windows <= 0) {
            requests.learn(window, judgement.settings().keep());
        }
    }

    private static boolean close(
            Metric metric,
            double quantile,
            LearnedLevel level,
            LatencyHistogram window,
            Judgement judgement) {
        long nanos = window.quantileNanos(quantile);
        double value = Math.log((double) nanos);
        if (!judgement.warm() || !level.known()) {
            level.learnFreely(value, judgement.settings());
            return false;
        }
        Band band = level.band(LEAST_DEVIATION);
        double expected = Math.exp(band.centre());
        double slow = judgement.guards().slowNanos(expected);
        boolean notable =
                nanos >= slow && window.countAbove(slow) >= judgement.guards().affectedRequests();
        judgement
                .scores()
                .add(
                        new WindowScore(
                                metric,
                                level.score(value, band),
                                nanos / NANOS,
                                expected / NANOS,
                                Math.exp(band.lower()) / NANOS,
                                Math.exp(band.upper()) / NANOS,
                                judgement.spanMillis(),
                                notable));
        return level.learn(value, band, judgement.windows(), judgement.settings())
                == LearnedLevel.Lesson.ACCEPTED;
    }
}
