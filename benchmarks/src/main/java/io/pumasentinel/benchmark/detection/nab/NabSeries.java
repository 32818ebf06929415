package io.pumasentinel.benchmark.detection.nab;

import java.util.List;

/**
 * One series with the windows in which something is wrong.
 *
 * @param name folder and file
 * @param timestamps to the second, as in the file; may repeat
 * @param values of the same rows
 * @param windows in the order of time, not overlapping
 */
record NabSeries(String name, List<String> timestamps, double[] values, List<Window> windows) {

    /**
     * Rows of a series.
     *
     * @param first the first row
     * @param last the last one, inside
     */
    record Window(int first, int last) {
        int width() {
            return last - first + 1;
        }
    }

    String folder() {
        return name.substring(0, name.indexOf('/'));
    }

    int rows() {
        return values.length;
    }
}
