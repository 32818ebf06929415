package io.pumasentinel.benchmark.detection.traffic;

import java.time.Duration;

/**
 * What is true of an endpoint while nothing is wrong.
 *
 * @param number its place in the service
 * @param habit what makes requests come
 * @param perSecond mean rate over a day, without bursts
 * @param shape its season
 * @param latency of its requests
 * @param share4xx mean share of answers 4xx
 * @param share5xx mean share of answers 5xx
 * @param medianBytes median response length
 */
public record Endpoint(
        int number,
        Habit habit,
        double perSecond,
        DailyShape shape,
        LatencyLaw latency,
        double share4xx,
        double share5xx,
        double medianBytes) {
    /** Spread of a response's length, in natural logarithms. */
    static final double BYTES_SPREAD = 0.5;

    static final double BURST_FACTOR = 30;

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long BURST = Duration.ofMinutes(3).toMillis();
    private static final long ACTIVE_SLOT = Duration.ofMinutes(20).toMillis();
    private static final long BURST_AT = Duration.ofMinutes(197).toMillis();

    /** The expected rate at a time, in requests per second. */
    public double rate(long timeMillis) {
        double seasonal = perSecond * shape.factor(timeMillis);
        return switch (habit) {
            case PEOPLE, CONSTANT -> seasonal;
            case SPARSE -> active(timeMillis) ? 6 * seasonal : 0;
            case NIGHTLY -> seasonal * burst(timeMillis, DAY);
            case HOURLY -> seasonal * burst(timeMillis, HOUR);
        };
    }

    /** One of six slots of 20 minutes, by a multiplicative hash of slot and endpoint. */
    private boolean active(long timeMillis) {
        long slot = Math.floorDiv(timeMillis, ACTIVE_SLOT) * 64 + number;
        return Long.remainderUnsigned((slot * 0x9E3779B97F4A7C15L) >>> 20, 6) == 0;
    }

    private double burst(long timeMillis, long period) {
        long since = Math.floorMod(timeMillis - BURST_AT - number * 60_000L, period);
        return since < BURST ? BURST_FACTOR : 1;
    }
}
