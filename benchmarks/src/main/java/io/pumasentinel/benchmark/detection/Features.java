package io.pumasentinel.benchmark.detection;

import io.pumasentinel.baseline.WindowCounts;
import java.util.Optional;

/**
 * Makes the numbers that a rival looks at: one row a minute, or as soon after as there are 20
 * requests, at the latest after five minutes. That is the pooling that the project's model has:
 * without it the rivals would drown in the noise of quiet endpoints.
 */
final class Features {
    static final int LOG_RATE = 0;
    static final int LOG_P95 = 1;
    static final int SHARE_4XX = 2;
    static final int SHARE_5XX = 3;
    static final int LOG_BYTES = 4;
    static final int COUNT = 5;

    private static final long LEAST_SPAN_MILLIS = 60_000;
    private static final long MOST_SPAN_MILLIS = 300_000;
    private static final int LEAST_REQUESTS = 20;
    private static final long WINDOW_MILLIS = 10_000;

    private final double[] last = new double[COUNT];
    private WindowCounts pool = new WindowCounts();
    private long spanMillis;

    /**
     * Adds a window.
     *
     * @return a row if one is complete; without requests latency and length are the last row's
     */
    Optional<double[]> add(WindowCounts window) {
        pool.merge(window);
        spanMillis += WINDOW_MILLIS;
        boolean full = spanMillis >= LEAST_SPAN_MILLIS && pool.count >= LEAST_REQUESTS;
        if (!full && spanMillis < MOST_SPAN_MILLIS) {
            return Optional.empty();
        }
        double count = (double) pool.count;
        last[LOG_RATE] = Math.log((count + 0.5) / spanMillis * 1000);
        last[SHARE_4XX] = pool.errors4xx / Math.max(1, count);
        last[SHARE_5XX] = pool.errors5xx / Math.max(1, count);
        if (pool.latency.count() > 0) {
            last[LOG_P95] = Math.log(pool.latency.quantileNanos(0.95) / 1e9);
        }
        if (pool.sized > 0) {
            last[LOG_BYTES] = Math.log1p((double) pool.bytes / pool.sized);
        }
        pool = new WindowCounts();
        spanMillis = 0;
        return Optional.of(last.clone());
    }
}
