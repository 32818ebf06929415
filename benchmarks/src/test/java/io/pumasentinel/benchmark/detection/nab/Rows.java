package io.pumasentinel.benchmark.detection.nab;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;

/** Series and scores for tests. */
final class Rows {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Rows() {}

    static NabSeries series(int rows, NabSeries.Window... windows) {
        LocalDateTime start = LocalDateTime.of(2015, 1, 1, 0, 0);
        List<String> times =
                IntStream.range(0, rows).mapToObj(i -> TIME.format(start.plusMinutes(i))).toList();
        return new NabSeries("folder/file.csv", times, new double[rows], List.of(windows));
    }

    /** Scores of 1 at some rows, 0 elsewhere. */
    static NabScorer.Scored alarms(NabSeries series, int... at) {
        double[] scores = new double[series.rows()];
        for (int row : at) {
            scores[row] = 1;
        }
        return NabScorer.Scored.of(series, scores);
    }
}
