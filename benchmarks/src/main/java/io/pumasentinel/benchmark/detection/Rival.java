package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.WindowCounts;

/** A detector that others use, over {@link Features}. */
final class Rival implements Detector {
    private final Features features = new Features();
    private final RowScorer scorer;
    private long updates;

    Rival(RowScorer scorer) {
        this.scorer = scorer;
    }

    @Override
    public double observe(WindowCounts window) {
        double strength = 0;
        double[] row = features.add(window).orElse(NOTHING);
        if (row != NOTHING) {
            updates++;
            strength = scorer.score(row, window.startMillis);
        }
        return strength;
    }

    @Override
    public long updates() {
        return updates;
    }

    @Override
    public long stateBytes() {
        return scorer.stateBytes();
    }

    private static final double[] NOTHING = {};
}
