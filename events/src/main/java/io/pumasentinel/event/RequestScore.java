package io.pumasentinel.event;

/**
 * How unusual one request was for its endpoint: its latency among answers of the same class of
 * status, its response length, its time in the queue. The most unusual of them speaks.
 *
 * @param score in [0,1]; 0 = ordinary
 * @param expectedNanos the endpoint's usual latency (median) for such answers, in nanoseconds; -1
 *     if it is not known
 * @param upperNanos the latency above which the score leaves the ordinary range, in nanoseconds; -1
 *     if it is not known
 * @param metric what the score is about: {@link #LATENCY}, {@link #BYTES} or {@link #QUEUE}
 * @param observed the metric's value; latency and queue in seconds, bytes in bytes
 * @param expected the metric's median, in the unit of {@code observed}
 * @param upper above this the score leaves the ordinary range
 */
public record RequestScore(
        double score,
        long expectedNanos,
        long upperNanos,
        String metric,
        double observed,
        double expected,
        double upper) {

    /** The request's duration. */
    public static final String LATENCY = "latency";

    /** The response's length. */
    public static final String BYTES = "bytes";

    /** How long the request waited before the application got it. */
    public static final String QUEUE = "queue";

    private static final double NANOS = 1e9;

    /** The score of a latency. */
    public static RequestScore ofLatency(
            double score, long durationNanos, long expectedNanos, long upperNanos) {
        return new RequestScore(
                score,
                expectedNanos,
                upperNanos,
                LATENCY,
                durationNanos / NANOS,
                expectedNanos / NANOS,
                upperNanos / NANOS);
    }
}
