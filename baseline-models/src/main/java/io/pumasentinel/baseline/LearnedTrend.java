package io.pumasentinel.baseline;

/**
 * A number's recent level as the forecast of its next value, with the spread of the forecast's
 * errors.
 *
 * <p>The level is an exponentially weighted mean with a bias-free start. It follows slow movement,
 * such as a day's; outliers do not move it, and a run of them only when it is accepted as the new
 * normal (see {@link LearnedLevel}).
 */
public class LearnedTrend {
    public double level;

    /** Sum of the weights behind {@code level}; 0 before the first value. */
    public double weight;

    public LearnedLevel errors = new LearnedLevel();

    boolean known() {
        return errors.known();
    }

    /** What to expect next; only if {@link #known()}. */
    Band band(double leastDeviation) {
        Band band = errors.band(leastDeviation);
        return new Band(level + band.centre(), band.deviation(), band.freedom());
    }

    /** The score of a value that {@link #band} judges, in [0,1]. */
    double score(double value, Band band) {
        return errors.score(value, band);
    }

    /** Learns from a value without judging it: during warm-up. */
    void learnFreely(double value, double gain, BaselineSettings settings) {
        if (weight > 0) {
            errors.learnFreely(value - level, settings);
        }
        follow(value, gain);
    }

    /**
     * Learns from a value, judged by {@link #band}.
     *
     * @param gain the newest value's part in the level, in (0,1]
     */
    void learn(double value, double gain, double leastDeviation, BaselineSettings settings) {
        Band band = errors.band(leastDeviation);
        double error = value - level;
        switch (errors.learn(error, band, 1, settings)) {
            case LEARNED -> follow(value, gain);
            case ACCEPTED -> {
                level += errors.usual.mean;
                errors.usual.mean = 0;
            }
            case CLIPPED, IGNORED -> {}
        }
    }

    private void follow(double value, double gain) {
        weight = (1 - gain) * weight + 1;
        level += (value - level) / weight;
    }
}
