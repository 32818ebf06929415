package io.pumasentinel.baseline;

import java.io.Serializable;

/**
 * The smallest effects that matter to somebody, whatever their probability.
 *
 * @param affectedRequests a latency or error share must rest on at least this many requests that
 *     are slow by the two measures below, or failed
 * @param latencyRatio a latency must reach this multiple of the expected one
 * @param latencyNanos and exceed it by this much
 * @param errorShare an error share must exceed the expected one by this much, in (0,1)
 * @param rateRatio a rate must reach this multiple of the expected one, or fall to its inverse
 * @param bytesRatio a mean response length must reach this multiple of the expected one
 * @param bytes and exceed it by this many bytes
 */
public record Guards(
        long affectedRequests,
        double latencyRatio,
        long latencyNanos,
        double errorShare,
        double rateRatio,
        double bytesRatio,
        long bytes)
        implements Serializable {

    public Guards {
        atLeast("affectedRequests", affectedRequests, 1);
        atLeast("latencyRatio", latencyRatio, 1);
        atLeast("latencyNanos", latencyNanos, 0);
        atLeast("errorShare", errorShare, 0);
        atLeast("rateRatio", rateRatio, 1);
        atLeast("bytesRatio", bytesRatio, 1);
        atLeast("bytes", bytes, 0);
    }

    /** 5 requests, 1.5 times and 50 ms, 5 %, twice the rate, twice the length and 4 KiB. */
    public static Guards defaults() {
        return new Guards(5, 1.5, 50_000_000L, 0.05, 2, 2, 4_096);
    }

    /** From where on a latency matters, in nanoseconds, if {@code expectedNanos} is usual. */
    double slowNanos(double expectedNanos) {
        return Math.max(latencyRatio * expectedNanos, expectedNanos + latencyNanos);
    }

    static void atLeast(String name, double value, double least) {
        if (!(value >= least)) {
            throw new IllegalArgumentException(
                    name + " is too small (got " + value + "); at least " + least);
        }
    }

    static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(
                    name + " is too small (got " + value + "); at least " + least);
        }
    }
}
