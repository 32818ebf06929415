package io.pumasentinel.baseline;

/**
 * What one window of one endpoint saw.
 *
 * <p>A plain object for keyed state, mutated in place; not thread-safe.
 */
public class WindowCounts {
    /** The window's start; meaningless while {@code count} is 0. */
    public long startMillis;

    public long count;
    public long errors4xx;
    public long errors5xx;

    /** Answers 401 and 403, which are among {@code errors4xx}. */
    public long denied;

    /** Sum of the known response lengths. */
    public long bytes;

    /** Responses whose length is known. */
    public long sized;

    /**
     * Latencies of the answers that are no failure: below 400, or of unknown status. Failures are
     * counted in {@link #detail}, because fast ones would make an endpoint look healthy.
     */
    public LatencyHistogram latency = new LatencyHistogram();

    /** What is judged of this window alone and not pooled. */
    public WindowDetail detail = new WindowDetail();

    /**
     * Counts one finished request.
     *
     * @param status HTTP status, or -1
     * @param responseBytes -1 if unknown
     * @param durationNanos -1 if unknown
     */
    public void add(int status, long responseBytes, long durationNanos) {
        count++;
        if (status >= 400 && status < 500) {
            errors4xx++;
            denied += status == 401 || status == 403 ? 1 : 0;
            detail.clientErrors.add((double) durationNanos);
        } else if (status >= 500 && status < 600) {
            errors5xx++;
            detail.serverErrors.add((double) durationNanos);
        } else {
            latency.add(durationNanos);
            detail.bytes.add((double) responseBytes);
        }
        if (responseBytes >= 0) {
            bytes += responseBytes;
            sized++;
        }
    }

    /**
     * Adds a window, except its {@link #detail}; the earlier start is kept. {@code other} stays as
     * it is.
     */
    public void merge(WindowCounts other) {
        if (other.count == 0) {
            return;
        }
        startMillis = count == 0 ? other.startMillis : Math.min(startMillis, other.startMillis);
        count += other.count;
        errors4xx += other.errors4xx;
        errors5xx += other.errors5xx;
        denied += other.denied;
        bytes += other.bytes;
        sized += other.sized;
        latency.merge(other.latency);
    }

    /** Back to an empty window. */
    public void clear() {
        startMillis = 0;
        count = 0;
        errors4xx = 0;
        errors5xx = 0;
        denied = 0;
        bytes = 0;
        sized = 0;
        latency.clear();
        detail = new WindowDetail();
    }
}
