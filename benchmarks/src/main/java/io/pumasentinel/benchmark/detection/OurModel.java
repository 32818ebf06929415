package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.EndpointModel;
import io.pumasentinel.baseline.Metric;
import io.pumasentinel.baseline.WindowCounts;
import io.pumasentinel.baseline.WindowScore;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The project's model as the job uses it: the strength is the highest score among the notable ones
 * of a window. Windows without requests are not given to it, because they do not occur in the job.
 */
final class OurModel implements Detector {
    private static final long BLOCK_MILLIS = 360_000;

    private final BaselineSettings settings = BaselineSettings.defaults();
    private final EndpointModel model = new EndpointModel();
    private final int consecutive;

    /** The latest scores of each metric, 0 where not notable. */
    private final Map<Metric, Deque<Double>> latest = new EnumMap<>(Metric.class);

    private @Nullable WindowScore worst;
    private long updates;

    /**
     * @param consecutive how many judgements of one metric in a row must be unusual; the least of
     *     their scores counts
     */
    OurModel(int consecutive) {
        this.consecutive = consecutive;
    }

    @Override
    public double observe(WindowCounts window) {
        if (window.count == 0) {
            return 0;
        }
        updates++;
        double strength = 0;
        for (WindowScore score : model.close(window, settings)) {
            double each = lasting(score);
            if (each > strength) {
                strength = each;
                worst = score;
            }
        }
        return strength;
    }

    @Override
    public Object cause() {
        return worst == null ? "" : new Cause(worst);
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public long stateBytes() {
        return StateSize.ofPojo(model);
    }

    /** Blocks of six minutes alarm from 0.8 on, windows from 0.9 on, as the shipped rules ask. */
    private static double strength(WindowScore score) {
        boolean block = score.spanMillis() == BLOCK_MILLIS;
        return block ? Math.min(1, score.score() + 0.1) : score.score();
    }

    private double lasting(WindowScore score) {
        Deque<Double> scores = latest.computeIfAbsent(score.metric(), none -> new ArrayDeque<>());
        scores.addLast(score.notable() ? strength(score) : 0);
        if (scores.size() > consecutive) {
            scores.removeFirst();
        }
        return scores.size() < consecutive ? 0 : Collections.min(scores);
    }

    /** A score as a person reads it. */
    private record Cause(WindowScore score) {
        @Override
        public String toString() {
            return "%s %.3g (expected %.3g, %d s)"
                    .formatted(
                            score.metric().label(),
                            score.observed(),
                            score.expected(),
                            score.spanMillis() / 1_000);
        }
    }
}
