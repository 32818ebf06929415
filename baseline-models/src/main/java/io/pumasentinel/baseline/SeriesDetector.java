package io.pumasentinel.baseline;

/**
 * Scores one series of numbers online: the score of a value depends on it and the values before.
 *
 * <p>What is usual, over which horizons, and how surprise becomes news: {@link SeriesModel}.
 * Nothing is scored before 30 values were seen.
 *
 * <p>Not thread-safe; constant memory; O(1) a value.
 */
public class SeriesDetector {
    private static final int TO_LOWER = -1;
    private static final int TO_UPPER = 1;

    private final SeriesSettings settings;
    private final SeriesModel model = new SeriesModel();

    /** A detector that has seen nothing. */
    public SeriesDetector() {
        this(SeriesSettings.defaults());
    }

    SeriesDetector(SeriesSettings settings) {
        this.settings = settings;
    }

    /**
     * Scores a value, then learns from it.
     *
     * @param timestampMillis the value's time; values are taken in the order of the calls
     * @param value if it is not finite the score is 0 and nothing is learned
     */
    public SeriesScore score(long timestampMillis, double value) {
        boolean finite = Double.isFinite(value);
        if (model.seen() < settings.warmUp()) {
            double expected = model.seen() == 0 && finite ? value : model.usual.level;
            if (finite) {
                model.judge(timestampMillis, value, settings);
            }
            return new SeriesScore(0, expected, expected, expected);
        }
        double expected = model.expected(timestampMillis, settings);
        double lower = model.edge(timestampMillis, TO_LOWER, settings);
        double upper = model.edge(timestampMillis, TO_UPPER, settings);
        double score = finite ? settings.score(model.judge(timestampMillis, value, settings)) : 0;
        return new SeriesScore(score, expected, lower, upper);
    }
}
