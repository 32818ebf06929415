package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.WorkerModel;
import io.pumasentinel.baseline.WorkerReading;
import io.pumasentinel.baseline.WorkerScore;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.StatsSample;
import java.util.ArrayList;
import java.util.List;

/** Scores one worker's samples. Works on the model that it is given; holds none. */
final class WorkerScorer {
    private WorkerScorer() {}

    /** An entry a metric that the sample completes a judgement of; the model learns. */
    static List<MetricScore> score(
            WorkerModel model, StatsSample stats, BaselineSettings settings) {
        List<WorkerScore> judged = model.judge(reading(stats), settings);
        if (judged.isEmpty()) {
            return List.of();
        }
        List<MetricScore> scores = new ArrayList<>(judged.size());
        for (WorkerScore score : judged) {
            scores.add(metric(score));
        }
        return scores;
    }

    private static WorkerReading reading(StatsSample stats) {
        return new WorkerReading(
                stats.lastCheckinMillis(),
                stats.pid(),
                known(stats.maxThreads()),
                stats.utilization(),
                known(stats.backlog()),
                known(stats.poolCapacity()),
                known(stats.backlogMax()),
                known(stats.reactorMax()),
                known(stats.requestsCount()),
                stats.cpuShare(),
                known(stats.rssBytes()));
    }

    private static MetricScore metric(WorkerScore score) {
        return new MetricScore(
                score.metric().label(),
                score.notable() ? score.score() : Math.min(score.score(), EndpointScorer.ORDINARY),
                score.observed(),
                score.expected(),
                score.lower(),
                score.upper(),
                score.spanMillis());
    }

    private static double known(long value) {
        return value < 0 ? Double.NaN : (double) value;
    }
}
