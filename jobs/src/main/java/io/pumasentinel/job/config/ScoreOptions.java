package io.pumasentinel.job.config;

import io.pumasentinel.baseline.Guards;
import java.time.Duration;
import java.util.List;

/** The options of {@link ScoreConfig}. */
final class ScoreOptions {

    private static final ScoreConfig DEFAULTS = ScoreConfig.defaults();
    private static final Option<Integer> WARM_UP_WINDOWS =
            Option.of(
                    "warm-up-windows",
                    Types.integer(ScoreConfig.WARM_UP_WINDOWS),
                    DEFAULTS.warmUpWindows(),
                    "A baseline judges nothing before so many windows.");
    private static final Option<Integer> MINIMUM_VOLUME =
            Option.of(
                    "minimum-volume",
                    Types.integer(ScoreConfig.MINIMUM_VOLUME),
                    DEFAULTS.minimumVolume(),
                    "Windows of quiet endpoints are pooled until they hold so many requests.");
    private static final Option<Duration> HALF_LIFE =
            Option.of(
                    "half-life",
                    Types.duration(ScoreConfig.HALF_LIFE),
                    DEFAULTS.halfLife(),
                    "After so long what a baseline learned counts half.");
    private static final Option<Guards> THRESHOLDS =
            Option.of(
                    "thresholds",
                    ThresholdOptions.BLOCK,
                    DEFAULTS.thresholds(),
                    "The smallest effects that count as an anomaly, whatever their probability.");

    private static final Option<List<EndpointOptions.Entry>> ENDPOINTS =
            Option.of(
                    "endpoints",
                    ListOf.distinctBy(EndpointOptions.BLOCK, EndpointOptions.Entry::endpoint),
                    List.of(),
                    "Endpoints with thresholds of their own.");

    static final Block<ScoreConfig> BLOCK =
            new Block<>(
                    List.of(WARM_UP_WINDOWS, MINIMUM_VOLUME, HALF_LIFE, THRESHOLDS, ENDPOINTS),
                    ScoreOptions::build);

    private ScoreOptions() {}

    private static ScoreConfig build(Values values) {
        Guards thresholds = values.get(THRESHOLDS);
        return new ScoreConfig(
                values.get(WARM_UP_WINDOWS),
                values.get(MINIMUM_VOLUME),
                values.get(HALF_LIFE),
                thresholds,
                values.get(ENDPOINTS).stream().map(entry -> entry.over(thresholds)).toList());
    }
}
