package io.pumasentinel.baseline;

/**
 * What an endpoint's requests usually show, as of the end of one window: the latencies of successes
 * and of failures by class of status, response lengths, times in the queue.
 *
 * <p>A class of failures of which too little is known is judged as successes are; successes are
 * never judged by failures. A plain object for keyed state, 160 bytes.
 */
public class RequestBaseline {
    private static final Tail NO_FAILURE = new Tail();

    /** The end of the last window that taught. */
    public long windowEndMillis;

    /** Whether enough successes were learned; if not, their latency scores 0. */
    public boolean warm;

    /** The median latency of successes. */
    public long expectedNanos;

    /** The latency at which the score of a success is 0.5. */
    public long upperNanos;

    /** Where the tail of the successes' latency starts. */
    public double tailStartNanos;

    /** How rare that tail is: -ln of the share of requests in it. */
    public double tailNats;

    /** Mean logarithmic excess over that tail's start. */
    public double tailScale;

    public Tail clientErrors = new Tail();
    public Tail serverErrors = new Tail();
    public Tail bytes = new Tail();
    public Tail queue = new Tail();

    static RequestBaseline of(DecayedHistogram learned, long windowEndMillis, Guards guards) {
        RequestBaseline baseline = new RequestBaseline();
        baseline.windowEndMillis = windowEndMillis;
        Tail tail = Tail.of(learned, 0, expected -> expected + guards.latencyNanos());
        baseline.warm = tail.warm;
        baseline.expectedNanos = Math.round((double) tail.expected);
        baseline.upperNanos = Math.round((double) tail.upper);
        baseline.tailStartNanos = tail.start;
        baseline.tailNats = tail.nats;
        baseline.tailScale = tail.scale;
        return baseline;
    }

    /** The same with what was learned beside the successes' latency. */
    RequestBaseline with(LearnedRequests learned) {
        clientErrors = learned.clientErrorsTail;
        serverErrors = learned.serverErrorsTail;
        bytes = learned.bytesTail;
        queue = learned.queueTail;
        return this;
    }

    /** Whether the latency of an answer with this status can be judged. */
    public boolean knowsLatency(int status) {
        return warm || failures(status).warm;
    }

    /** The median latency for this status, in nanoseconds; only if {@link #knowsLatency}. */
    public long expectedNanos(int status) {
        Tail own = failures(status);
        return own.warm ? Math.round((double) own.expected) : expectedNanos;
    }

    /** Where the score is 0.5 for this status, in nanoseconds; only if {@link #knowsLatency}. */
    public long upperNanos(int status) {
        Tail own = failures(status);
        return own.warm ? Math.round((double) own.upper) : upperNanos;
    }

    /**
     * How unusual a latency is among the answers of the same class.
     *
     * @param status HTTP status, or -1
     * @param durationNanos negative (unknown) scores 0
     * @return in [0,1]; 0 up to the median and while not known, 0.5 at {@link #upperNanos(int)}
     */
    public double score(int status, long durationNanos) {
        Tail own = failures(status);
        return own.warm ? own.score((double) durationNanos) : score(durationNanos);
    }

    /**
     * How unusual a latency is for a success.
     *
     * @param durationNanos negative (unknown) scores 0
     * @return in [0,1]; 0 up to the median and while not warm, 0.5 at {@link #upperNanos}
     */
    public double score(long durationNanos) {
        if (!warm || durationNanos <= expectedNanos) {
            return 0;
        }
        if (durationNanos < tailStartNanos) {
            // Nearly every request ends here: no logarithm of its latency.
            double way = (durationNanos - expectedNanos) / (tailStartNanos - expectedNanos);
            return Surprise.ofNats(tailNats * way);
        }
        return Surprise.ofNats(tailNats + Math.log(durationNanos / tailStartNanos) / tailScale);
    }

    /**
     * How unusually long a response is; answers of 400 and above, and unknown lengths, score 0.
     *
     * @return in [0,1]
     */
    public double bytesScore(int status, long responseBytes) {
        return status >= 400 ? 0 : bytes.score((double) responseBytes);
    }

    /** How unusually long a request queued, in [0,1]; -1 (unknown) scores 0. */
    public double queueScore(long queueNanos) {
        return queue.score((double) queueNanos);
    }

    /** The tail of the failures of this class; never warm for what is no failure. */
    private Tail failures(int status) {
        if (status < 400 || status >= 600) {
            return NO_FAILURE;
        }
        return status < 500 ? clientErrors : serverErrors;
    }
}
