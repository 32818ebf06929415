package io.pumasentinel.benchmark.panels;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long one query of one range took, from sending it to having its whole answer.
 *
 * @param nanos one entry a run, ascending
 * @param cpuMillis CPU time of the node's process a run, its own housekeeping included: what
 *     another load on the machine changes least
 * @param answerBytes characters of the last answer
 */
record Timing(String panel, String range, long[] nanos, double cpuMillis, int answerBytes) {
    private static final int WARM_UP = 3;

    static Timing of(Searches searches, PanelQuery query, TimeRange range, int runs)
            throws IOException, InterruptedException {
        String body = range.applied(query.body());
        int bytes = 0;
        for (int i = 0; i < WARM_UP; i++) {
            bytes = searches.search(query.index(), body).length();
        }
        long[] nanos = new long[runs];
        long cpuBefore = searches.cpuMillis();
        for (int i = 0; i < runs; i++) {
            long before = System.nanoTime();
            bytes = searches.search(query.index(), body).length();
            nanos[i] = System.nanoTime() - before;
        }
        double cpu = (double) (searches.cpuMillis() - cpuBefore) / runs;
        Arrays.sort(nanos);
        return new Timing(query.panel(), range.name(), nanos, cpu, bytes);
    }

    /** The quantile by nearest rank, in milliseconds. */
    double millis(double quantile) {
        int rank = (int) Math.ceil(quantile * nanos.length);
        return nanos[Math.max(0, rank - 1)] / 1e6;
    }

    /** Its row of the table. */
    String row() {
        return String.format(
                Locale.ROOT,
                "| %-42s | %-7s | %7.0f | %7.0f | %7.0f | %7.0f | %9.1f |",
                panel,
                range,
                millis(0.5),
                millis(0.95),
                millis(1),
                cpuMillis,
                answerBytes / 1e3);
    }
}
