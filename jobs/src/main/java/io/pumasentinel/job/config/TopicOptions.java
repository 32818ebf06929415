package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link TopicConfig}. */
final class TopicOptions {

    private static final Option<String> TOPIC =
            Option.required("topic", Names.topic(), "The topic's name.");
    private static final Option<String> SERVICE =
            Option.optional(
                    "service",
                    Names.service(),
                    "Whose lines the topic carries; without it what `service.name` says.");
    private static final Option<String> HOST =
            Option.optional(
                    "host",
                    Names.host(),
                    "Where its lines were written; without it what the record or `service.host`"
                            + " says.");

    static final Block<TopicConfig> BLOCK =
            new Block<>(List.of(TOPIC, SERVICE, HOST), TopicOptions::build);

    private TopicOptions() {}

    private static TopicConfig build(Values values) {
        return new TopicConfig(values.get(TOPIC), values.find(SERVICE), values.find(HOST));
    }
}
