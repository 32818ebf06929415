package io.pumasentinel.baseline;

/**
 * From where on a number is unusually large, and how unusual.
 *
 * <p>Beyond its 0.95 quantile the number is taken to fall off like a Pareto tail, whose exponent is
 * estimated from the excesses (Hill 1975). A plain object for keyed state, 21 bytes.
 */
public class Tail {
    static final double QUANTILE = 0.95;

    /** A tail falls to a tenth within a factor of two until more is known. */
    private static final double BELIEVED_SCALE = 0.3;

    private static final double BELIEF = 5;
    private static final double LEAST_SCALE = 0.1;

    /** Whether enough was learned; if not, every score is 0. */
    public boolean warm;

    /** The median. */
    public float expected;

    /** Where the score is 0.5. */
    public float upper;

    /** Where the tail starts: the 0.95 quantile, or later so that small effects do not count. */
    public float start;

    /** How rare the tail is: -ln of the share of numbers in it. */
    public float nats;

    /** Mean logarithmic excess over the tail's start. */
    public float scale;

    /**
     * The tail of what was learned.
     *
     * @param leastWeight less than this gives no scores
     * @param guard the least upper edge, given the median
     */
    static Tail of(Magnitudes learned, double leastWeight, Guard guard) {
        Tail tail = new Tail();
        if (learned.total() <= 0 || learned.total() < leastWeight) {
            return tail;
        }
        double expected = learned.centreOf(learned.quantileBin(0.5));
        int start = learned.quantileBin(QUANTILE);
        double excess = learned.logExcessAbove(start) + BELIEF * BELIEVED_SCALE;
        double beyond = learned.weightAbove(start);
        double scale = Math.max(excess / (beyond + BELIEF), LEAST_SCALE);
        double nats = Math.log((learned.total() + 1) / (beyond + 0.5));
        double reach = Math.exp(scale * Math.max(Surprise.EDGE_NATS - nats, 0));
        double upper = Math.max(learned.edgeOf(start) * reach, guard.leastUpper(expected));
        tail.warm = true;
        tail.expected = (float) expected;
        tail.upper = (float) upper;
        tail.start = (float) (upper / reach);
        tail.nats = (float) Math.min(nats, Surprise.EDGE_NATS);
        tail.scale = (float) scale;
        return tail;
    }

    /**
     * Lets {@code learned}, whose tail this is, learn a window: numbers beyond the upper edge as if
     * they lay just beyond the 0.95 quantile. Where they are more than one in twenty the edge then
     * moves by half an octave a window: a lasting change is accepted within minutes, outliers are
     * not.
     */
    void teach(CoarseHistogram window, CoarseHistogram learned, double keep) {
        int edge = warm ? CoarseHistogram.binOf(upper) : Integer.MAX_VALUE;
        int instead = warm ? Math.min(edge, learned.quantileBin(QUANTILE) + 1) : edge;
        learned.learn(window, keep, edge, instead);
    }

    /** In [0,1]; 0 up to the median and while not warm, 0.5 at {@link #upper}. */
    double score(double number) {
        if (!warm || number <= expected) {
            return 0;
        }
        if (number < start) {
            // Nearly every number ends here: no logarithm of it.
            return Surprise.ofNats(nats * (number - expected) / (start - expected));
        }
        return Surprise.ofNats(nats + Math.log(number / start) / scale);
    }

    /** Where effects begin to matter. */
    interface Guard {
        /** The least upper edge if {@code expected} is usual. */
        double leastUpper(double expected);
    }
}
