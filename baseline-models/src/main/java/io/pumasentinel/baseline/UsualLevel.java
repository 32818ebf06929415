package io.pumasentinel.baseline;

/**
 * A number's long-run level with one spread above and one below it, and the level that follows it
 * from value to value.
 *
 * <p>Steps are bounded by a few spreads, so that an outlier moves nothing far. A plain object for
 * keyed state, 48 bytes.
 */
public class UsualLevel {
    private static final double SMALLEST = 1e-9;

    /**
     * Moves of less than a thousandth of the level are none; of a constant, of three hundredths.
     */
    private static final double RELATIVE = 1e-3;

    private static final double CONSTANT = 3e-2;
    private static final double LEAST_SIDE = 0.1;
    private static final double LEAST_STEP = 1e-3;
    private static final double MOST_STEPS = 3;
    private static final double MOST_SPREADS = 10;
    private static final int FREE = 20;

    public double level;
    public double above;
    public double below;
    public double following;
    public double step;
    public long seen;

    /** The mean of both spreads, above 0 whatever was seen. */
    double spread() {
        double spread = 0.5 * (above + below);
        double least = Math.abs(level) * (spread > 0 ? RELATIVE : CONSTANT);
        return Math.max(spread, least) + SMALLEST;
    }

    /** How far out a value lies: ln(1 + distance / spread of its side), with sign. */
    double deviation(double value) {
        double side = value >= level ? above : below;
        return signedLog((value - level) / Math.max(side, leastSide()));
    }

    /** The value at a {@link #deviation}. */
    double valueAt(double deviation) {
        double side = deviation >= 0 ? above : below;
        double distance = Math.copySign(Math.expm1(Math.abs(deviation)), deviation);
        return level + distance * Math.max(side, leastSide());
    }

    private double leastSide() {
        return spread() * (above + below > 0 ? LEAST_SIDE : 1);
    }

    /** How large the change is: ln(1 + change / usual change), with sign. */
    double change(double value) {
        double least = spread() * (above + below > 0 ? LEAST_STEP : 1);
        return signedLog((value - following) / (step + least + SMALLEST));
    }

    static double signedLog(double value) {
        return value >= 0 ? Math.log1p(value) : -Math.log1p(-value);
    }

    void observe(double value, double gain, double stepGain) {
        if (seen == 0) {
            level = value;
            following = value;
            seen = 1;
            return;
        }
        double part = Math.max(1.0 / seen, gain);
        double spread = spread();
        double off = value - level;
        level += Math.max(-MOST_STEPS * spread, Math.min(MOST_STEPS * spread, off)) * part;
        double most = MOST_SPREADS * spread + (seen < FREE ? Math.abs(off) : 0);
        if (off >= 0) {
            above += (Math.min(off, most) - above) * Math.min(2 * part, 1);
        } else {
            below += (Math.min(-off, most) - below) * Math.min(2 * part, 1);
        }
        double change = Math.abs(value - following);
        double mostChange = MOST_SPREADS * step + SMALLEST + (seen < FREE ? change : 0);
        step += (Math.min(change, mostChange) - step) * part;
        following += (value - following) * Math.max(stepGain, 1.0 / seen);
        seen++;
    }
}
