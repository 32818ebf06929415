package io.pumasentinel.baseline;

/**
 * One metric of one worker: what is usual, in the metric's scale, by the normal law alone ({@link
 * Recurrence} has no say). 61 bytes in keyed state, 90 more once there were outliers.
 */
public class WorkerSeries {
    public LearnedLevel level = new LearnedLevel();

    /**
     * Judges a value by the ones before if that is possible, then learns from it.
     *
     * @param observed in the metric's unit; NaN: nothing happens
     */
    void close(WorkerMetric metric, double observed, WorkerJudgement judgement) {
        if (Double.isNaN(observed)) {
            return;
        }
        double value = metric.scaled(observed * judgement.factor(metric));
        if (!judgement.warm() || !level.known()) {
            level.learnFreely(value, judgement.settings());
            return;
        }
        Band band = level.band(metric.leastDeviation());
        judgement.add(metric, observed, band, Surprise.ofDeviation(band.z(value)));
        level.learn(value, band, 1, judgement.settings());
    }
}
