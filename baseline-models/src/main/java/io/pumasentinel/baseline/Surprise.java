package io.pumasentinel.baseline;

import org.jspecify.annotations.Nullable;

/** Turns a deviation into a score in [0,1], by the probability of its tail. */
final class Surprise {
    /** The band's edge in standard deviations of a normal value: exceeded once in 740. */
    static final double EDGE = 3;

    /** The probability beyond one edge, as natural logarithm with the sign turned. */
    static final double EDGE_NATS = -Math.log(0.00135);

    private static final double EDGE_SQUARED = squaredDeviation(EDGE_NATS);

    /** Where {@link #squaredDeviation} begins to exceed 0: one value in four. */
    private static final double COMMON_NATS = 1.45;

    private Surprise() {}

    /** 0 at 0, 0.5 at the edge, 0.9 at 5.5; the sign does not matter. */
    static double ofDeviation(double z) {
        return ofRatio(z * z / (EDGE * EDGE));
    }

    /** As {@link #ofDeviation(double)}, but no more than earlier outliers allow. */
    static double ofDeviation(double z, @Nullable Recurrence recurrence) {
        double score = ofDeviation(z);
        if (recurrence == null || score <= 0.5) {
            return score;
        }
        double most = recurrence.most(z);
        return most == Double.POSITIVE_INFINITY ? score : Math.min(score, ofNats(most));
    }

    /**
     * As {@link #ofDeviation(double)} of the normal value whose tail has the probability e^(−nats).
     */
    static double ofNats(double nats) {
        if (nats < COMMON_NATS) {
            return 0;
        }
        return ofRatio(squaredDeviation(nats) / EDGE_SQUARED);
    }

    private static double ofRatio(double ratio) {
        return 1 - Math.pow(2, -ratio);
    }

    /**
     * The normal deviation with the same tail probability as {@code t} of Student's distribution
     * (Wallace 1959): what few observations taught weighs less.
     */
    static double normalOfStudent(double t, double freedom) {
        double z = wallace(freedom) * Math.sqrt(freedom * Math.log1p(t * t / freedom));
        return Math.copySign(z, t);
    }

    /** The inverse of {@link #normalOfStudent} for {@code z} ≥ 0. */
    static double studentOfNormal(double z, double freedom) {
        double scaled = z / wallace(freedom);
        return Math.sqrt(freedom * Math.expm1(scaled * scaled / freedom));
    }

    /**
     * The square of a normal value by its tail, p ≈ φ(z)/z, solved for z² in one step: 0 for common
     * values, within 4 % of z beyond the edge.
     */
    private static double squaredDeviation(double nats) {
        double twice = Math.max(2 * nats, 1);
        return Math.max(twice - Math.log(2 * Math.PI * twice), 0);
    }

    private static double wallace(double freedom) {
        return (8 * freedom + 1) / (8 * freedom + 3);
    }
}
