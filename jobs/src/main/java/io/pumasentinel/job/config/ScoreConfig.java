package io.pumasentinel.job.config;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.Guards;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How baselines learn and judge. Windows are 10 s and not configurable.
 *
 * @param warmUpWindows a baseline judges nothing before so many windows
 * @param minimumVolume windows are pooled until they hold so many requests
 * @param halfLife after so long what was learned counts half
 * @param thresholds the smallest effects that count
 * @param endpoints endpoints with thresholds of their own; the first that matches holds
 */
public record ScoreConfig(
        int warmUpWindows,
        int minimumVolume,
        Duration halfLife,
        Guards thresholds,
        List<EndpointThresholds> endpoints)
        implements Serializable {

    static final Range<Integer> WARM_UP_WINDOWS = new Range<>(1, 30);
    static final Range<Integer> MINIMUM_VOLUME = new Range<>(2, 100_000);
    static final Range<Duration> HALF_LIFE =
            new Range<>(Duration.ofMinutes(1), Duration.ofDays(30));

    /** Holds the numbers to their ranges. */
    public ScoreConfig {
        WARM_UP_WINDOWS.check("warm-up-windows", warmUpWindows);
        MINIMUM_VOLUME.check("minimum-volume", minimumVolume);
        HALF_LIFE.check("half-life", halfLife);
        endpoints = List.copyOf(endpoints);
    }

    /** What the baselines do when they are told nothing. */
    public static ScoreConfig defaults() {
        BaselineSettings usual = BaselineSettings.defaults();
        return new ScoreConfig(
                usual.warmUpWindows(),
                usual.minimumVolume(),
                Duration.ofMillis(usual.windowMillis() * usual.halfLifeWindows()),
                usual.guards(),
                List.of());
    }
}
