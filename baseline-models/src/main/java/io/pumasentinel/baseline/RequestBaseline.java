package io.pumasentinel.baseline;

/**
 * The latencies that an endpoint's requests usually have, as of the end of one window.
 *
 * <p>Above its 0.95 quantile the latency is taken to fall off like a Pareto tail, whose exponent is
 * estimated from the excesses (Hill 1975). A plain object for keyed state, 50 bytes.
 */
public class RequestBaseline {
    static final double TAIL_QUANTILE = 0.95;

    /** A tail falls to a tenth within a factor of two until more is known. */
    private static final double BELIEVED_SCALE = 0.3;

    private static final double BELIEF = 5;
    private static final double LEAST_SCALE = 0.1;

    /** The end of the last window that taught. */
    public long windowEndMillis;

    /** Whether enough was learned; if not, every score is 0. */
    public boolean warm;

    /** The median. */
    public long expectedNanos;

    /** Where the score is 0.5. */
    public long upperNanos;

    /** Where the tail starts: the 0.95 quantile, or later so that small effects do not count. */
    public double tailStartNanos;

    /** How rare the tail is: -ln of the share of requests in it. */
    public double tailNats;

    /** Mean logarithmic excess over the tail's start. */
    public double tailScale;

    static RequestBaseline of(DecayedHistogram learned, long windowEndMillis, Guards guards) {
        RequestBaseline baseline = new RequestBaseline();
        baseline.windowEndMillis = windowEndMillis;
        if (learned.total <= 0) {
            return baseline;
        }
        double expected = DecayedHistogram.valueOf(learned.quantileBin(0.5));
        int start = learned.quantileBin(TAIL_QUANTILE);
        double excess = learned.logExcessAbove(start) + BELIEF * BELIEVED_SCALE;
        double beyond = learned.weightAbove(start);
        double scale = Math.max(excess / (beyond + BELIEF), LEAST_SCALE);
        double nats = Math.log((learned.total + 1) / (beyond + 0.5));
        double reach = Math.exp(scale * Math.max(Surprise.EDGE_NATS - nats, 0));
        double upper = DecayedHistogram.upperEdgeOf(start) * reach;
        upper = Math.max(upper, expected + guards.latencyNanos());
        baseline.warm = true;
        baseline.expectedNanos = Math.round(expected);
        baseline.upperNanos = Math.round(upper);
        baseline.tailStartNanos = upper / reach;
        baseline.tailScale = scale;
        baseline.tailNats = Math.min(nats, Surprise.EDGE_NATS);
        return baseline;
    }

    /**
     * How unusual a latency is.
     *
     * @param durationNanos negative (unknown) scores 0
     * @return in [0,1]; 0 up to the median and while not warm, 0.5 at {@link #upperNanos}
     */
    public double score(long durationNanos) {
        if (!warm || durationNanos <= expectedNanos) {
            return 0;
        }
        if (durationNanos < tailStartNanos) {
            // Nearly every request ends here: no logarithm.
            double way = (durationNanos - expectedNanos) / (tailStartNanos - expectedNanos);
            return Surprise.ofNats(tailNats * way);
        }
        return Surprise.ofNats(tailNats + Math.log(durationNanos / tailStartNanos) / tailScale);
    }
}
