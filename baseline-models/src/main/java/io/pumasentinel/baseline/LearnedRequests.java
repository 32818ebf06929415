package io.pumasentinel.baseline;

/**
 * What single requests of an endpoint usually show beside the latency of its successes: how long
 * failures take, by class of status, how long responses are, how long requests queued.
 *
 * <p>Outliers teach as {@link Tail#teach} says, so that they become usual slowly. At most 0.7 kB.
 */
public class LearnedRequests {
    public CoarseHistogram clientErrors = new CoarseHistogram();
    public CoarseHistogram serverErrors = new CoarseHistogram();
    public CoarseHistogram bytes = new CoarseHistogram();
    public CoarseHistogram queue = new CoarseHistogram();

    /** The tails as of the last window. */
    public Tail clientErrorsTail = new Tail();

    public Tail serverErrorsTail = new Tail();
    public Tail bytesTail = new Tail();
    public Tail queueTail = new Tail();

    /** Learns a closed window. */
    void learn(WindowDetail window, BaselineSettings settings) {
        Guards guards = settings.guards();
        Tail.Guard slow = expected -> expected + guards.latencyNanos();
        Tail.Guard large = expected -> guards.bytesRatio() * expected + guards.bytes();
        clientErrorsTail =
                learn(window.clientErrors, clientErrors, clientErrorsTail, slow, settings);
        serverErrorsTail =
                learn(window.serverErrors, serverErrors, serverErrorsTail, slow, settings);
        bytesTail = learn(window.bytes, bytes, bytesTail, large, settings);
        queueTail = learn(window.queue, queue, queueTail, slow, settings);
    }

    private static Tail learn(
            CoarseHistogram window,
            CoarseHistogram learned,
            Tail before,
            Tail.Guard guard,
            BaselineSettings settings) {
        if (window.isEmpty()) {
            return before;
        }
        before.teach(window, learned, settings.keep());
        return Tail.of(learned, 5.0 * settings.minimumVolume(), guard);
    }
}
