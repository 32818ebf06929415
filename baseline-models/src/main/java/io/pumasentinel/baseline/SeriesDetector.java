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
    private static final SeriesSettings SETTINGS = SeriesSettings.defaults();
    private static final int TO_LOWER = -1;
    private static final int TO_UPPER = 1;

    private final SeriesModel model = new SeriesModel();

    /**
     * Scores a value, then learns from it.
     *
     * @param timestampMillis the value's time; values are taken in the order of the calls
     * @param value if it is not finite the score is 0 and nothing is learned
     */
    public SeriesScore score(long timestampMillis, double value) {
        boolean finite = Double.isFinite(value);
        if (model.seen() < SETTINGS.warmUp()) {
            double expected = model.seen() == 0 && finite ? value : model.usual.level;
            if (finite) {
                model.judge(timestampMillis, value, SETTINGS);
            }
            return new SeriesScore(0, expected, expected, expected);
        }
        double expected = model.expected(timestampMillis, SETTINGS);
        double lower = model.edge(timestampMillis, TO_LOWER, SETTINGS);
        double upper = model.edge(timestampMillis, TO_UPPER, SETTINGS);
        double score = finite ? SETTINGS.score(model.judge(timestampMillis, value, SETTINGS)) : 0;
        return new SeriesScore(score, expected, lower, upper);
    }
}
