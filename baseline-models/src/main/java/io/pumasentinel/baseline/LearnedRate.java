package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/**
 * How many requests a window with any requests usually has, and how many windows have none.
 *
 * <p>Counts are judged as 2√(count + ⅜) (Anscombe 1948), whose variance is 1 for Poisson counts of
 * any mean and more where the rate itself varies. Empty windows are kept apart: an endpoint used in
 * bursts is compared with its earlier bursts, and an hour of silence costs nothing.
 */
public class LearnedRate {
    /** A drop is only told of endpoints for which fewer windows than one in fifty are empty. */
    private static final double DENSE = 0.98;

    private static final double POISSON_DEVIATION = 1;

    /** Who stays away for more than an hour has stopped: that is told elsewhere, or usual. */
    private static final long LONGEST_SILENCE = 360;

    /** A rate that hardly ever rests for a minute is judged by the minute. */
    private static final double FAIRLY_DENSE = 0.8;

    /** The level follows within three windows: a day's rise stays inside the band. */
    private static final double GAIN = 0.3;

    public LearnedTrend trend = new LearnedTrend();

    /** Decayed number of windows that passed, and of those that saw requests. */
    public double passed;

    public double busy;

    /** Learns of {@code windows} ≥ 0 windows without requests, in constant time. */
    void skip(long windows, BaselineSettings settings) {
        double keep = settings.keep();
        double decay = Math.pow(keep, (double) windows);
        passed = passed * decay + (1 - decay) / (1 - keep);
        busy *= decay;
    }

    /**
     * Scores a window's count if the judgement is warm, then learns it.
     *
     * @param startMillis where the window starts
     * @param schedule the endpoint's, which learns of every rise
     */
    void close(Judgement judgement, long startMillis, Schedule schedule) {
        BaselineSettings settings = judgement.settings();
        double value = stabilised((double) judgement.count());
        if (judgement.warm() && trend.known()) {
            WindowScore score = score(judgement, trend.band(POISSON_DEVIATION));
            judgement.scores().add(score.unlessScheduled(startMillis, schedule));
            trend.learn(value, GAIN, POISSON_DEVIATION, settings);
        } else {
            trend.learnFreely(value, GAIN, settings);
        }
        passed = passed * settings.keep() + 1;
        busy = busy * settings.keep() + 1;
    }

    /** Whether most of what passed saw requests. */
    boolean fairlyDense() {
        return busy >= FAIRLY_DENSE * passed;
    }

    /**
     * Judges a gap that has just ended; call before {@link #skip}.
     *
     * @param windows empty windows, at least 1
     * @return the share of missing requests as a score, or null where empty windows are no news
     */
    @Nullable WindowScore silence(long windows, BaselineSettings settings) {
        if (!trend.known() || busy < DENSE * passed || windows > LONGEST_SILENCE) {
            return null;
        }
        Band band = trend.band(POISSON_DEVIATION);
        double missing = count(band.centre()) * (double) windows;
        double z = (stabilised(0) - stabilised(missing)) / band.deviation();
        double perSecond = 1_000.0 / settings.windowMillis();
        Recurrence known = trend.errors.recurrence;
        double score = Surprise.ofDeviation(z, known);
        if (score > 0.5) {
            trend.errors.recurrence = Recurrence.keeping(known, z);
        }
        return new WindowScore(
                Metric.RATE,
                score,
                0,
                count(band.centre()) * perSecond,
                count(band.lower()) * perSecond,
                count(band.upper()) * perSecond,
                windows * settings.windowMillis(),
                missing >= settings.minimumVolume());
    }

    private WindowScore score(Judgement judgement, Band band) {
        long count = judgement.count();
        double perSecond = 1000.0 / judgement.spanMillis();
        double expected = count(band.centre());
        double ratio = judgement.guards().rateRatio();
        int least = judgement.settings().minimumVolume();
        boolean surge = count >= ratio * expected && count - expected >= least;
        boolean drop =
                expected >= ratio * count && expected - count >= least && busy >= DENSE * passed;
        return new WindowScore(
                Metric.RATE,
                trend.score(stabilised((double) count), band),
                count * perSecond,
                expected * perSecond,
                count(band.lower()) * perSecond,
                count(band.upper()) * perSecond,
                judgement.spanMillis(),
                surge || drop);
    }

    static double stabilised(double count) {
        return 2 * Math.sqrt(count + 0.375);
    }

    static double count(double stabilised) {
        double half = Math.max(stabilised / 2, 0);
        return Math.max(half * half - 0.375, 0);
    }
}
