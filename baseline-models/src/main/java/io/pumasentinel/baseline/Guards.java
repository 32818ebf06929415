package io.pumasentinel.baseline;

import java.io.Serializable;

/**
 * The smallest effects that matter to somebody, whatever their probability.
 *
 * @param latencyRatio a latency must reach this multiple of the expected one
 * @param latencyNanos and exceed it by this much
 * @param errorShare an error share must exceed the expected one by this much, in (0,1)
 * @param errors and rest on at least this many errors
 * @param rateRatio a rate must reach this multiple of the expected one, or fall to its inverse
 * @param bytesRatio a mean response length must reach this multiple of the expected one
 * @param bytes and exceed it by this many bytes
 */
public record Guards(
        double latencyRatio,
        long latencyNanos,
        double errorShare,
        long errors,
        double rateRatio,
        double bytesRatio,
        long bytes)
        implements Serializable {

    public Guards {
        atLeast("latencyRatio", latencyRatio, 1);
        atLeast("latencyNanos", latencyNanos, 0);
        atLeast("errorShare", errorShare, 0);
        atLeast("errors", errors, 1);
        atLeast("rateRatio", rateRatio, 1);
        atLeast("bytesRatio", bytesRatio, 1);
        atLeast("bytes", bytes, 0);
    }

    /** 1.5 times and 50 ms, 5 % and 5 errors, twice the rate, twice the length and 4 KiB. */
    public static Guards defaults() {
        return new Guards(1.5, 50_000_000L, 0.05, 5, 2, 2, 4_096);
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
