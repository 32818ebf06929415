package io.pumasentinel.baseline;

/**
 * Scores one series of numbers online: the score of a value depends on it and the values before.
 *
 * <p>Two forecasts compete: the decayed mean of everything, and a fast mean that follows the
 * series; the one with the smaller decayed error of late is used. The deviation from it is judged
 * by the spread of earlier deviations, where outliers count as the band's edge only.
 *
 * <p>Not thread-safe; constant memory.
 */
public class SeriesDetector {
    private static final double FAST = 0.3;

    private final BaselineSettings settings;
    private final Forecast slow;
    private final Forecast fast;
    private long seen;

    public SeriesDetector() {
        this(BaselineSettings.defaults());
    }

    /**
     * @param settings of which warm-up, half-life and the time to accept a change apply, counted in
     *     values
     */
    public SeriesDetector(BaselineSettings settings) {
        this.settings = settings;
        double gain = 1 - settings.keep();
        this.slow = new Forecast(gain);
        this.fast = new Forecast(Math.max(FAST, gain));
    }

    /**
     * Scores a value, then learns from it.
     *
     * @param timestampMillis the value's time, for callers' order only
     * @param value not finite: score 0, nothing learned
     */
    public SeriesScore score(long timestampMillis, double value) {
        Forecast best = slow.error() <= fast.error() ? slow : fast;
        double known = seen == 0 && Double.isFinite(value) ? value : best.level();
        if (!Double.isFinite(value)) {
            return new SeriesScore(0, known, known, known);
        }
        seen++;
        boolean warm = seen > settings.warmUpWindows() && best.known();
        SeriesScore result = warm ? best.judge(value) : new SeriesScore(0, known, known, known);
        slow.learn(value, warm, settings);
        fast.learn(value, warm, settings);
        return result;
    }
}
