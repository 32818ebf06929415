package io.pumasentinel.event.ingest;

/**
 * How long a request waited before the application got it: between {@code X-Request-Start} and the
 * request's start, or as the log says. More than an hour is no queue but a wrong clock.
 */
final class QueueTime {

    static final long UNKNOWN = -1;

    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;

    /** Times in logs are cut to milliseconds, so that a start may seem to lie before its header. */
    private static final long RESOLUTION_NANOS = 1_000_000;

    private QueueTime() {}

    /**
     * @param proxyNanos when the proxy got the request, {@link LogTime#NONE} if unknown
     * @param startNanos when the application got it, {@link LogTime#NONE} if unknown
     */
    static long between(long proxyNanos, long startNanos) {
        if (proxyNanos == LogTime.NONE || startNanos == LogTime.NONE) {
            return UNKNOWN;
        }
        long waited = startNanos - proxyNanos;
        return waited < 0 && waited > -RESOLUTION_NANOS ? 0 : plausible(waited);
    }

    /** The time itself; {@link #UNKNOWN} if it is negative or more than an hour. */
    static long plausible(long nanos) {
        return nanos >= 0 && nanos <= NANOS_PER_HOUR ? nanos : UNKNOWN;
    }
}
