package io.pumasentinel.job.config;

import java.time.Duration;
import java.util.List;

/** The options of {@link CheckpointConfig}. */
final class CheckpointOptions {

    private static final CheckpointConfig DEFAULTS = CheckpointConfig.defaults();
    private static final Option<String> FOLDER =
            Option.optional(
                    "folder",
                    Names.file("a path or URI that the whole cluster reaches"),
                    "Where checkpoints are kept; without it what Flink's own configuration says.");
    private static final Option<Duration> INTERVAL =
            Option.of(
                    "interval",
                    Types.duration(CheckpointConfig.INTERVAL),
                    DEFAULTS.interval(),
                    "From the start of one checkpoint to the start of the next.");
    private static final Option<Duration> TIMEOUT =
            Option.of(
                    "timeout",
                    Types.duration(CheckpointConfig.TIMEOUT),
                    DEFAULTS.timeout(),
                    "A checkpoint that takes longer has failed; while Elasticsearch is down,"
                            + " checkpoints wait.");
    private static final Option<Integer> TOLERABLE_FAILURES =
            Option.of(
                    "tolerable-failures",
                    Types.integer(CheckpointConfig.TOLERABLE_FAILURES),
                    DEFAULTS.tolerableFailures(),
                    "So many failed checkpoints in a row do not restart the job.");

    static final Block<CheckpointConfig> BLOCK =
            new Block<>(
                    List.of(FOLDER, INTERVAL, TIMEOUT, TOLERABLE_FAILURES),
                    CheckpointOptions::build);

    private CheckpointOptions() {}

    private static CheckpointConfig build(Values values) {
        return new CheckpointConfig(
                values.find(FOLDER),
                values.get(INTERVAL),
                values.get(TIMEOUT),
                values.get(TOLERABLE_FAILURES));
    }
}
