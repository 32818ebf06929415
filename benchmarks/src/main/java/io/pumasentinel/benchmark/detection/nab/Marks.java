package io.pumasentinel.benchmark.detection.nab;

import java.util.Arrays;

/**
 * What a detection at each row of a series is worth.
 *
 * <p>In a window of width w, whose last row is r, row i gains S((i − r − 1)/w)/S(−1); after it, it
 * costs a part S((i − r)/(w − 1)) of a false positive; before every window a whole one, with S(y) =
 * 2/(1 + e^(5y)) − 1, and −1 for y &gt; 3. Of the first 15 % of the rows, at most 750, none counts.
 *
 * @param worth at least −1: a share of a false positive outside windows, a gain inside
 * @param window the number of the row's window, or {@link #OUTSIDE}
 * @param probation so many rows at the start do not count
 * @param windows how many windows the series has
 */
record Marks(double[] worth, int[] window, int probation, int windows) {
    static final int OUTSIDE = -1;

    private static final double PROBATION = 0.15;
    private static final int PROBATION_ROWS = 5000;
    private static final double FAR = 3;
    private static final double STEEPNESS = 5;

    static Marks of(NabSeries series) {
        int rows = series.rows();
        double[] worth = new double[rows];
        int[] window = new int[rows];
        Arrays.fill(worth, -1);
        Arrays.fill(window, OUTSIDE);
        for (int number = 0; number < series.windows().size(); number++) {
            NabSeries.Window each = series.windows().get(number);
            for (int row = each.first(); row <= each.last(); row++) {
                double position = -(each.last() - row + 1.0) / each.width();
                worth[row] = sigmoid(position) / sigmoid(-1);
                window[row] = number;
            }
            boolean last = number == series.windows().size() - 1;
            int end = last ? rows : series.windows().get(number + 1).first();
            for (int row = each.last() + 1; row < end; row++) {
                worth[row] = sigmoid((row - each.last()) / (each.width() - 1.0));
            }
        }
        int probation = (int) (PROBATION * Math.min(rows, PROBATION_ROWS));
        return new Marks(worth, window, probation, series.windows().size());
    }

    /** How many windows have a row that counts. */
    int reachable() {
        return (int)
                Arrays.stream(window, Math.min(probation, window.length), window.length)
                        .filter(number -> number != OUTSIDE)
                        .distinct()
                        .count();
    }

    private static double sigmoid(double position) {
        return position > FAR ? -1 : 2 / (1 + Math.exp(STEEPNESS * position)) - 1;
    }
}
