package io.pumasentinel.benchmark.detection.nab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The benchmark's score of a detector: 0 for one that never alarms, 100 for one that alarms at the
 * first row of every window and nowhere else.
 *
 * <p>A window gains its best detection or costs a false negative; every detection outside costs its
 * part of a false positive.
 */
final class NabScorer {
    private final NabProfile profile;

    NabScorer(NabProfile profile) {
        this.profile = profile;
    }

    /** The score of all series together; NaN if they have no window. */
    double score(List<Scored> series, double threshold) {
        double raw = 0;
        double nothing = 0;
        double perfect = 0;
        for (Scored each : series) {
            raw += raw(each, threshold);
            nothing -= profile.falseNegative() * each.marks().reachable();
            perfect += each.marks().windows();
        }
        return perfect == 0 ? Double.NaN : 100 * (raw - nothing) / (perfect - nothing);
    }

    /** Rows outside of every window with at least the threshold. */
    static int falsePositives(List<Scored> series, double threshold) {
        int count = 0;
        for (Scored each : series) {
            for (int row = each.marks().probation(); row < each.scores().length; row++) {
                boolean outside = each.marks().window()[row] == Marks.OUTSIDE;
                count += outside && each.scores()[row] >= threshold ? 1 : 0;
            }
        }
        return count;
    }

    /** The threshold with the highest score; infinite if never to alarm is best. */
    double bestThreshold(List<Scored> series) {
        List<Row> rows = new ArrayList<>();
        for (Scored each : series) {
            double[] best = new double[each.marks().windows()];
            Arrays.fill(best, -profile.falseNegative());
            for (int row = each.marks().probation(); row < each.scores().length; row++) {
                rows.add(new Row(each, row, best));
            }
        }
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
        double gain = 0;
        double most = 0;
        double threshold = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            gain += rows.get(i).take(profile);
            boolean lastOfEquals =
                    i + 1 == rows.size() || rows.get(i + 1).score() < rows.get(i).score();
            if (lastOfEquals && gain > most) {
                most = gain;
                threshold = rows.get(i).score();
            }
        }
        return threshold;
    }

    private double raw(Scored series, double threshold) {
        double[] best = new double[series.marks().windows()];
        Arrays.fill(best, -profile.falseNegative());
        double raw = -profile.falseNegative() * series.marks().reachable();
        for (int row = series.marks().probation(); row < series.scores().length; row++) {
            if (series.scores()[row] >= threshold) {
                raw += new Row(series, row, best).take(profile);
            }
        }
        return raw;
    }

    /**
     * One row that counts.
     *
     * @param best the value of each window of its series so far
     */
    private record Row(Scored series, int row, double[] best) {
        double score() {
            return series.scores()[row];
        }

        /** What a detection here adds. */
        double take(NabProfile profile) {
            double worth = series.marks().worth()[row];
            int window = series.marks().window()[row];
            if (window == Marks.OUTSIDE) {
                return worth * profile.falsePositive();
            }
            double gain = Math.max(0, worth - best[window]);
            best[window] += gain;
            return gain;
        }
    }

    /**
     * A series with a detector's scores.
     *
     * @param folder the series' folder
     * @param scores of its rows, the higher the more unusual
     */
    record Scored(String folder, Marks marks, double[] scores) {
        static Scored of(NabSeries series, double[] scores) {
            return new Scored(series.folder(), Marks.of(series), scores);
        }
    }
}
