package io.pumasentinel.baseline;

/**
 * After a surprise only a greater one is news, until it is forgotten.
 *
 * <p>The largest recent surprise is held and fades like a bell: little at first, then soon. A plain
 * object for keyed state, 16 bytes.
 */
public class Restraint {
    /** The held surprise in nats above {@link #BASE}. */
    public double peak;

    /** Values since it. */
    public long age;

    /** A surprise of so many nats leaves nothing to hold. */
    private static final double BASE = -5;

    /** Larger surprises are held as this one. */
    private static final double MOST = 9.2;

    /**
     * What is left of the held surprise after one more value, and takes in the new one.
     *
     * @param nats the new surprise
     * @param values how many values a surprise is held for, above 0
     * @return nats ≥ 0 that the new one should exceed
     */
    double hold(double nats, double values) {
        age++;
        double way = age / values;
        double held = peak * Math.exp(-way * way);
        double above = Math.min(nats, MOST) - BASE;
        if (above > held) {
            peak = above;
            age = 0;
        }
        return held;
    }
}
