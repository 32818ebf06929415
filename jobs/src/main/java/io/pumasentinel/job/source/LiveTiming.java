package io.pumasentinel.job.source;

import java.io.Serializable;

/**
 * When the watermarks of a live stream wait, follow the clock or let others go ahead. Times are
 * milliseconds of the clock, but for the bound.
 *
 * @param boundMillis how far (in event time) events of one partition may be out of order
 * @param quietAfterMillis how long after its last event a partition's watermark begins to follow
 *     the clock
 * @param idleAfterMillis how long after its last event a partition no longer holds others back
 * @param rate event time per clock time while following: 1 for real traffic, more for a replay that
 *     runs faster than it was recorded
 */
public record LiveTiming(long boundMillis, long quietAfterMillis, long idleAfterMillis, double rate)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /**
     * @throws IllegalArgumentException if the bound is negative, a duration not positive or the
     *     rate no positive number
     */
    public LiveTiming {
        if (boundMillis < 0 || quietAfterMillis <= 0 || idleAfterMillis <= 0) {
            throw new IllegalArgumentException(
                    "live timing: out of range (got bound %d, quiet %d, idle %d ms); bound 0 or more, the others above 0"
                            .formatted(boundMillis, quietAfterMillis, idleAfterMillis));
        }
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "live timing: rate (got %s); a finite number above 0".formatted(rate));
        }
    }

    /** Real traffic: 5 s out of order, quiet after 10 s, idle after 30 s, rate 1. */
    public static LiveTiming defaults() {
        return new LiveTiming(5_000, 10_000, 30_000, 1);
    }

    /** How far event time has gone, by the clock alone, after so long without an event. */
    long followedMillis(long sinceLastEventMillis) {
        return (long) (Math.max(0, sinceLastEventMillis - quietAfterMillis) * rate);
    }
}
