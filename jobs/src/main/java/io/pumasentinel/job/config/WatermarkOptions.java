package io.pumasentinel.job.config;

import java.time.Duration;
import java.util.List;

/** The options of {@link WatermarkConfig}. */
final class WatermarkOptions {

    private static final WatermarkConfig DEFAULTS = WatermarkConfig.defaults();
    private static final Option<Duration> BOUND =
            Option.of(
                    "bound",
                    Types.duration(WatermarkConfig.BOUND),
                    DEFAULTS.bound(),
                    "How late a line may come and still count as in time.");
    private static final Option<Duration> IDLE_AFTER =
            Option.of(
                    "idle-after",
                    Types.duration(WatermarkConfig.SILENCE),
                    DEFAULTS.idleAfter(),
                    "A partition silent for so long no longer holds the others back.");
    private static final Option<Duration> QUIET_AFTER =
            Option.of(
                    "quiet-after",
                    Types.duration(WatermarkConfig.SILENCE),
                    DEFAULTS.quietAfter(),
                    "Once all are silent for so long, event time follows the clock.");

    static final Block<WatermarkConfig> BLOCK =
            new Block<>(List.of(BOUND, IDLE_AFTER, QUIET_AFTER), WatermarkOptions::build);

    private WatermarkOptions() {}

    private static WatermarkConfig build(Values values) {
        return new WatermarkConfig(
                values.get(BOUND), values.get(IDLE_AFTER), values.get(QUIET_AFTER));
    }
}
