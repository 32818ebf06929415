package io.pumasentinel.job.config;

import java.io.Serializable;
import java.time.Duration;

/**
 * How event time advances, per partition.
 *
 * @param bound how late a line may come and still count as in time
 * @param idleAfter a partition silent for so long no longer holds the others back
 * @param quietAfter once all are silent for so long, event time follows the clock
 */
public record WatermarkConfig(Duration bound, Duration idleAfter, Duration quietAfter)
        implements Serializable {

    static final Range<Duration> BOUND = new Range<>(Duration.ZERO, Duration.ofMinutes(10));
    static final Range<Duration> SILENCE = new Range<>(Duration.ofSeconds(1), Duration.ofHours(1));

    /** Holds the durations to their ranges. */
    public WatermarkConfig {
        BOUND.check("bound", bound);
        SILENCE.check("idle-after", idleAfter);
        SILENCE.check("quiet-after", quietAfter);
    }

    /** 5 s late, idle after 30 s, quiet after 10 s. */
    public static WatermarkConfig defaults() {
        return new WatermarkConfig(
                Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));
    }
}
