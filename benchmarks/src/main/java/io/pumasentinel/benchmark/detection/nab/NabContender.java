package io.pumasentinel.benchmark.detection.nab;

import io.pumasentinel.baseline.SeriesDetector;
import io.pumasentinel.benchmark.detection.RandomCutForest;
import io.pumasentinel.benchmark.detection.RowScorer;
import io.pumasentinel.benchmark.detection.WindowedGaussian;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * A detector that is scored.
 *
 * @param name in the results
 * @param threshold frozen; empty if the best on the tuning folders is taken, for each profile
 * @param perSeries makes a fresh one for a series
 */
record NabContender(String name, OptionalDouble threshold, Supplier<RowScorer> perSeries) {
    private static final double OUR_THRESHOLD = 0.5;
    private static final int SHINGLE = 8;

    /** Ours first. */
    static List<NabContender> all() {
        return List.of(
                new NabContender(
                        "puma-sentinel", OptionalDouble.of(OUR_THRESHOLD), NabContender::ours),
                rival("Random Cut Forest 4.4", () -> new RandomCutForest(1, SHINGLE)),
                rival("windowed Gaussian", () -> new WindowedGaussian(1, 6400, 100, 1e-6)),
                rival("k sigma, 1000 rows", () -> new WindowedGaussian(1, 1000, 1, 1e-6)));
    }

    /** Scores every series from its first row on. */
    List<NabScorer.Scored> score(List<NabSeries> series) {
        List<NabScorer.Scored> scored = new ArrayList<>(series.size());
        for (NabSeries each : series) {
            RowScorer detector = perSeries.get();
            double[] scores = new double[each.rows()];
            for (int row = 0; row < scores.length; row++) {
                scores[row] =
                        detector.score(
                                new double[] {each.values()[row]},
                                millis(each.timestamps().get(row)));
            }
            scored.add(NabScorer.Scored.of(each, scores));
        }
        return scored;
    }

    private static NabContender rival(String name, Supplier<RowScorer> perSeries) {
        return new NabContender(name, OptionalDouble.empty(), perSeries);
    }

    private static RowScorer ours() {
        SeriesDetector detector = new SeriesDetector();
        return new RowScorer() {
            @Override
            public double score(double[] row, long timestampMillis) {
                return detector.score(timestampMillis, row[0]).score();
            }

            @Override
            public long stateBytes() {
                return 0;
            }
        };
    }

    private static long millis(String timestamp) {
        return LocalDateTime.parse(timestamp.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
