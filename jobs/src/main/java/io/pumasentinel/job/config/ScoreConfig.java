package io.pumasentinel.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How baselines learn and judge. Windows are 10 s and not configurable.
 *
 * @param warmUpWindows a baseline judges nothing before so many windows
 * @param minimumVolume windows are pooled until they hold so many requests
 * @param halfLife after so long a window weighs half
 * @param thresholds the score from which a metric counts as an anomaly
 */
public record ScoreConfig(
        int warmUpWindows, int minimumVolume, Duration halfLife, Thresholds thresholds)
        implements Serializable {

    static final Range<Integer> WARM_UP_WINDOWS = new Range<>(1, 30);
    static final Range<Integer> MINIMUM_VOLUME = new Range<>(1, 100_000);
    static final Range<Duration> HALF_LIFE =
            new Range<>(Duration.ofMinutes(1), Duration.ofDays(30));

    /** Holds the numbers to their ranges. */
    public ScoreConfig {
        WARM_UP_WINDOWS.check("warm-up-windows", warmUpWindows);
        MINIMUM_VOLUME.check("minimum-volume", minimumVolume);
        HALF_LIFE.check("half-life", halfLife);
    }

    /** 30 windows of warm-up, 20 requests, a half-life of one hour. */
    public static ScoreConfig defaults() {
        return new ScoreConfig(30, 20, Duration.ofHours(1), Thresholds.defaults());
    }
}
