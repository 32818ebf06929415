package io.pumasentinel.baseline;

/**
 * What the next value of a learned level should be.
 *
 * @param centre the expected value
 * @param deviation the standard deviation of a new value around it, above 0
 * @param freedom degrees of freedom behind {@code deviation}, above 0
 */
record Band(double centre, double deviation, double freedom) {

    static Band of(DecayedMoments learned, double leastDeviation) {
        double variance = learned.variance() * (1 + 1 / learned.weight);
        double deviation = Math.max(Math.sqrt(variance), leastDeviation);
        return new Band(learned.mean, deviation, learned.weight - 1);
    }

    /** How far out a value lies, as a normal deviation with sign. */
    double z(double value) {
        return Surprise.normalOfStudent((value - centre) / deviation, freedom);
    }

    double lower() {
        return centre - halfWidth();
    }

    double upper() {
        return centre + halfWidth();
    }

    double clip(double value) {
        return Math.min(Math.max(value, lower()), upper());
    }

    private double halfWidth() {
        return deviation * Surprise.studentOfNormal(Surprise.EDGE, freedom);
    }
}
