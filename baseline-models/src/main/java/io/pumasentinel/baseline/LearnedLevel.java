package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/**
 * The usual level and spread of a number, not moved by outliers, but moved by a lasting change.
 *
 * <p>The caller brings values into a scale where deviations are roughly normal. Values inside the
 * band teach; the first one outside teaches the band's edge instead, so that a spread learned too
 * narrow heals; the run that it may begin teaches nothing, until it has lasted {@link
 * BaselineSettings#acceptAfterWindows()}: then the values of the run are the new normal.
 */
public class LearnedLevel {
    /** What became of a value. */
    enum Lesson {
        LEARNED,
        /** It taught as the band's edge. */
        CLIPPED,
        /** It is part of a run that has not lasted long enough. */
        IGNORED,
        /** It ended the wait: the run's values are the new normal. */
        ACCEPTED
    }

    /** Fewer observations than this give no band. */
    static final double LEAST_WEIGHT = 5;

    public DecayedMoments usual = new DecayedMoments();

    /** What the values of the present run say; void without one. */
    public @Nullable DecayedMoments shifted;

    public Run run = new Run();

    /** The outliers of the last days; null before the first. */
    public @Nullable Recurrence recurrence;

    /** Whether enough was seen for a band. */
    boolean known() {
        return usual.weight >= LEAST_WEIGHT;
    }

    /**
     * What to expect next; only if {@link #known()}.
     *
     * @param leastDeviation the noise that the value has by its nature, above 0
     */
    Band band(double leastDeviation) {
        return Band.of(usual, leastDeviation);
    }

    /** The score of a value that {@code band} judges, in [0,1]. */
    double score(double value, Band band) {
        return Surprise.ofDeviation(band.z(value), recurrence);
    }

    /** Learns from a value without judging it: during warm-up. */
    void learnFreely(double value, BaselineSettings settings) {
        usual.observe(value, settings.keep());
    }

    /**
     * Learns from a value that was judged by {@code band}.
     *
     * @param span how many windows the value stands for
     */
    Lesson learn(double value, Band band, int span, BaselineSettings settings) {
        double z = band.z(value);
        int side = Math.abs(z) <= Surprise.EDGE ? 0 : z > 0 ? 1 : -1;
        if (recurrence != null) {
            recurrence.pass(span);
        }
        if (!run.follow(side, span)) {
            shifted = null;
        }
        if (side != 0) {
            DecayedMoments aside = shifted == null ? new DecayedMoments() : shifted;
            shifted = aside;
            aside.observe(value, settings.keep());
            if (run.lasted(settings) && aside.weight >= LEAST_WEIGHT) {
                accept(aside);
                return Lesson.ACCEPTED;
            }
        }
        if (side != 0 && !run.justBegan(span)) {
            return Lesson.IGNORED;
        }
        if (side != 0) {
            recurrence = Recurrence.keeping(recurrence, z);
        }
        usual.observe(band.clip(value), settings.keep());
        return side == 0 ? Lesson.LEARNED : Lesson.CLIPPED;
    }

    private void accept(DecayedMoments aside) {
        usual = aside;
        shifted = null;
        run = new Run();
    }
}
