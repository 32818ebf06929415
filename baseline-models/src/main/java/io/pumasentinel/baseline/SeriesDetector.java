package io.pumasentinel.baseline;

/**
 * Scores one series of numbers online: the score of a value depends on it and the values before.
 *
 * <p>Two forecasts compete: a slow mean, and a fast one that follows the series; the one whose
 * errors spread less is used. The deviation from it is judged by the spread of its earlier errors,
 * where outliers count as the band's edge only. A series that has been constant may move by 1 % of
 * its level before it counts.
 *
 * <p>Not thread-safe; constant memory.
 */
public class SeriesDetector {
    private static final double FAST = 0.3;
    private static final double CONSTANT_DEVIATION = 0.01;
    private static final double TINY = 1e-9;
    private static final int ACCEPT_AFTER = 30;

    private final BaselineSettings settings;
    private final LearnedTrend slow = new LearnedTrend();
    private final LearnedTrend fast = new LearnedTrend();
    private long seen;

    /** With the defaults of {@link BaselineSettings}, but a change is accepted after 30 values. */
    public SeriesDetector() {
        this(BaselineSettings.defaults().acceptingAfter(ACCEPT_AFTER));
    }

    /**
     * @param settings of which warm-up, half-life and the time to accept a change apply, counted in
     *     values
     */
    public SeriesDetector(BaselineSettings settings) {
        this.settings = settings;
    }

    /**
     * Scores a value, then learns from it.
     *
     * @param timestampMillis the value's time; values are taken in the order of the calls
     * @param value if it is not finite the score is 0 and nothing is learned
     */
    public SeriesScore score(long timestampMillis, double value) {
        LearnedTrend best =
                slow.errors.usual.variance() <= fast.errors.usual.variance() ? slow : fast;
        boolean finite = Double.isFinite(value);
        SeriesScore result;
        if (finite && seen >= settings.warmUpWindows() && best.known()) {
            Band band = best.band(leastDeviation(best));
            result =
                    new SeriesScore(
                            Surprise.ofDeviation(band.z(value)),
                            band.centre(),
                            band.lower(),
                            band.upper());
        } else {
            double expected = seen == 0 && finite ? value : best.level;
            result = new SeriesScore(0, expected, expected, expected);
        }
        if (finite) {
            learn(slow, value, 1 - settings.keep());
            learn(fast, value, FAST);
            seen++;
        }
        return result;
    }

    private void learn(LearnedTrend trend, double value, double gain) {
        if (seen >= settings.warmUpWindows() && trend.known()) {
            trend.learn(value, gain, leastDeviation(trend), settings);
        } else {
            trend.learnFreely(value, gain, settings);
        }
    }

    private static double leastDeviation(LearnedTrend trend) {
        double part = trend.errors.usual.squares > 0 ? TINY : CONSTANT_DEVIATION;
        return Math.max(Math.abs(trend.level) * part, TINY);
    }
}
