package io.pumasentinel.baseline;

import java.util.List;

/**
 * One act of judging and learning a worker's pooled samples.
 *
 * @param spanMillis how long they were together, above 0
 * @param threads configured threads; NaN if unknown
 * @param warm whether to judge; if not, everything is only learned
 * @param settings how
 * @param scores where the results go
 */
record WorkerJudgement(
        long spanMillis,
        double threads,
        boolean warm,
        BaselineSettings settings,
        List<WorkerScore> scores) {

    /** A rate is learned as the count of one window, where its noise is known. */
    double factor(WorkerMetric metric) {
        return metric == WorkerMetric.REQUEST_RATE ? settings.windowMillis() / 1000.0 : 1;
    }

    void add(WorkerMetric metric, double observed, Band band, double score) {
        double factor = factor(metric);
        double expected = metric.unscaled(band.centre()) / factor;
        scores.add(
                new WorkerScore(
                        metric,
                        score,
                        observed,
                        expected,
                        metric.unscaled(band.lower()) / factor,
                        metric.unscaled(band.upper()) / factor,
                        spanMillis,
                        WorkerGuards.notable(metric, observed, expected, threads)));
    }
}
