package io.pumasentinel.baseline;

/** A smoothed level as forecast of the next value, with the spread of its errors. */
final class Forecast {
    private static final double TINY = 1e-9;

    /** A series that never moved may move by this part of its level before it counts. */
    private static final double CONSTANT_DEVIATION = 0.01;

    private final double gain;
    private final LearnedLevel errors = new LearnedLevel();
    private double level;
    private double weight;

    /**
     * @param gain the newest value's part in the level, in (0,1]
     */
    Forecast(double gain) {
        this.gain = gain;
    }

    double level() {
        return level;
    }

    boolean known() {
        return errors.known();
    }

    /** Decayed variance of the errors. */
    double error() {
        return errors.usual.variance();
    }

    SeriesScore judge(double value) {
        Band band = band();
        double score = Surprise.ofDeviation(band.z(value - level));
        return new SeriesScore(
                score, level + band.centre(), level + band.lower(), level + band.upper());
    }

    void learn(double value, boolean warm, BaselineSettings settings) {
        double error = value - level;
        double taught = value;
        if (weight > 0) {
            if (warm && known()) {
                Band band = band();
                boolean accepted = errors.learn(error, band, 1, settings);
                taught = accepted ? value : level + band.clip(error);
                weight = accepted ? 0 : weight;
            } else {
                errors.learnFreely(error, settings);
            }
        }
        weight = (1 - gain) * weight + 1;
        level += (taught - level) / weight;
    }

    private Band band() {
        double size = Math.abs(level);
        double part = errors.usual.squares > 0 ? TINY : CONSTANT_DEVIATION;
        return errors.band(Math.max(size * part, TINY));
    }
}
