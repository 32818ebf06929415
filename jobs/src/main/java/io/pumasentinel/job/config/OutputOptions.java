package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link OutputConfig}. */
final class OutputOptions {

    private static final OutputConfig DEFAULTS = OutputConfig.defaults();
    private static final Option<Boolean> EVENTS =
            Option.of(
                    "events",
                    Types.bool(),
                    DEFAULTS.events(),
                    "One document a request, error and stats sample.");
    private static final Option<Boolean> WINDOWS =
            Option.of(
                    "windows",
                    Types.bool(),
                    DEFAULTS.windows(),
                    "One document an endpoint and 10 s window.");
    private static final Option<Boolean> DEAD_LETTERS =
            Option.of(
                    "dead-letters",
                    Types.bool(),
                    DEFAULTS.deadLetters(),
                    "One document a line that could not be parsed.");

    static final Block<OutputConfig> BLOCK =
            new Block<>(List.of(EVENTS, WINDOWS, DEAD_LETTERS), OutputOptions::build);

    private OutputOptions() {}

    private static OutputConfig build(Values values) {
        return new OutputConfig(values.get(EVENTS), values.get(WINDOWS), values.get(DEAD_LETTERS));
    }
}
