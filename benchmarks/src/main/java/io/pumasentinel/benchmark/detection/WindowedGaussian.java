package io.pumasentinel.benchmark.detection;

/**
 * Mean and standard deviation of the last values of each column; the score is the largest
 * deviation.
 *
 * <p>As the detector of that name in the Numenta Anomaly Benchmark: the window grows to its size,
 * then moves in steps. Its probability is a monotone function of the deviation used here.
 */
public final class WindowedGaussian implements RowScorer {
    private final double[][] window;
    private final double[] mean;
    private final double[] deviation;
    private final int step;
    private final double leastDeviation;
    private int size;
    private int next;
    private int sinceMove;

    /**
     * @param columns of a row
     * @param most rows in the window
     * @param step how many rows the full window waits before it moves, at least 1
     * @param leastDeviation a smaller one is not believed, above 0
     */
    public WindowedGaussian(int columns, int most, int step, double leastDeviation) {
        this.window = new double[columns][most];
        this.mean = new double[columns];
        this.deviation = new double[columns];
        this.step = step;
        this.leastDeviation = leastDeviation;
    }

    @Override
    public double score(double[] row, long timestampMillis) {
        double most = 0;
        for (int column = 0; size > 0 && column < row.length; column++) {
            most = Math.max(most, Math.abs(row[column] - mean[column]) / deviation[column]);
        }
        learn(row);
        return most;
    }

    @Override
    public long stateBytes() {
        return (long) window.length * (window[0].length + 2) * Double.BYTES + 3 * Integer.BYTES;
    }

    private void learn(double[] row) {
        int most = window[0].length;
        boolean growing = size < most;
        for (int column = 0; column < row.length; column++) {
            window[column][next] = row[column];
        }
        next = (next + 1) % most;
        size = Math.min(size + 1, most);
        sinceMove++;
        if (growing || sinceMove >= step) {
            sinceMove = 0;
            measure();
        }
    }

    private void measure() {
        for (int column = 0; column < window.length; column++) {
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += window[column][i];
            }
            double centre = sum / size;
            double squares = 0;
            for (int i = 0; i < size; i++) {
                squares += (window[column][i] - centre) * (window[column][i] - centre);
            }
            mean[column] = centre;
            deviation[column] = Math.max(Math.sqrt(squares / size), leastDeviation);
        }
    }
}
