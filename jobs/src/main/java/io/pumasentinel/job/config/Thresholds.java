package io.pumasentinel.job.config;

import java.io.Serializable;

/**
 * The score from which a metric counts as an anomaly; each in [0.5, 1].
 *
 * @param request one request's latency
 * @param latency a window's p50, p95 and p99
 * @param rate a window's requests per second
 * @param errors4xx a window's share of answers 400 to 499
 * @param errors5xx a window's share of answers 500 to 599
 * @param bytes a window's bytes per response
 */
public record Thresholds(
        double request,
        double latency,
        double rate,
        double errors4xx,
        double errors5xx,
        double bytes)
        implements Serializable {

    static final Range<Double> SCORE = new Range<>(0.5, 1.0);

    /** Holds every threshold to [0.5, 1]; NaN is refused. */
    public Thresholds {
        SCORE.check("request", request);
        SCORE.check("latency", latency);
        SCORE.check("rate", rate);
        SCORE.check("errors-4xx", errors4xx);
        SCORE.check("errors-5xx", errors5xx);
        SCORE.check("bytes", bytes);
    }

    /** 0.95 for every metric. */
    public static Thresholds defaults() {
        return new Thresholds(0.95, 0.95, 0.95, 0.95, 0.95, 0.95);
    }
}
