package io.pumasentinel.baseline;

/**
 * The rate of an endpoint's blocks as the usual day times how busy today is.
 *
 * <p>The usual day is a {@link Season} of stabilised counts. How busy today is follows from the
 * requests of the last hours over those of the usual day, with a half-life of {@value
 * #HALF_LIFE_BLOCKS} blocks: a weekend is no surprise, the trebling of a rate within an hour is.
 * Only blocks inside the band teach it. What is judged is the difference of the stabilised counts
 * (Anscombe 1948), by the spread of earlier ones.
 *
 * <p>A plain object for keyed state, 70 bytes.
 */
public class SeasonalRate {
    private static final int HALF_LIFE_BLOCKS = 10;
    private static final double KEEP = Math.pow(0.5, 1.0 / HALF_LIFE_BLOCKS);
    private static final double POISSON_DEVIATION = 1;

    /** No forecast is better than this: a fifth of what it says. */
    private static final double RELATIVE = 0.2;

    /** Fewer requests than this in the last hours say nothing about today. */
    private static final double ENOUGH = 20;

    /** Decayed sums of what came and of what the usual day has at those times. */
    public double came;

    public double usual;
    public LearnedLevel errors = new LearnedLevel();

    /** Whether {@link #expected} means anything. */
    boolean known() {
        return errors.known() && came >= ENOUGH && usual > 0;
    }

    /**
     * The count that a block should have. Of what the usual day has at the block's time and a
     * quarter of an hour around it, the nearest is meant: a rhythm may come a little early.
     *
     * @return NaN where the usual day is not known yet
     */
    double expected(double count, Season day, long timestampMillis) {
        double own = day.level(timestampMillis, 0);
        double low = own;
        double high = own;
        for (int step = -1; step <= 1; step += 2) {
            double level = day.level(timestampMillis, step);
            if (!Double.isNaN(level)) {
                low = Math.min(low, level);
                high = Math.max(high, level);
            }
        }
        double today = came / usual;
        double least = LearnedRate.count(low) * today;
        return Math.max(least, Math.min(count, LearnedRate.count(high) * today));
    }

    /** The band of the stabilised count; only if {@link #known()}. */
    Band band(double expected) {
        Band band = errors.band(deviation(expected));
        return new Band(
                LearnedRate.stabilised(expected) + band.centre(), band.deviation(), band.freedom());
    }

    /** Learns a block. */
    void learn(double count, Season day, long timestampMillis, BaselineSettings blocks) {
        double usualCount = LearnedRate.count(day.level(timestampMillis, 0));
        if (Double.isNaN(usualCount)) {
            return;
        }
        if (came < ENOUGH || usual <= 0) {
            follow(count, usualCount);
            return;
        }
        double expected = expected(count, day, timestampMillis);
        double error = LearnedRate.stabilised(count) - LearnedRate.stabilised(expected);
        if (!errors.known()) {
            errors.learnFreely(error, blocks);
            follow(count, usualCount);
            return;
        }
        Band band = errors.band(deviation(expected));
        switch (errors.learn(error, band, LongView.BLOCK_WINDOWS, blocks)) {
            case LEARNED -> follow(count, usualCount);
            case ACCEPTED -> {
                errors.usual.mean = 0;
                came = count / (1 - KEEP);
                usual = usualCount / (1 - KEEP);
            }
            case CLIPPED, IGNORED -> {}
        }
    }

    /** In the scale of stabilised counts, where a relative error r of n is r√n. */
    private static double deviation(double expected) {
        return Math.max(POISSON_DEVIATION, RELATIVE * Math.sqrt(expected));
    }

    private void follow(double count, double usualCount) {
        came = KEEP * came + count;
        usual = KEEP * usual + usualCount;
    }
}
