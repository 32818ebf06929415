package io.pumasentinel.job.config;

import java.util.List;

/** The options of {@link KafkaConfig}. */
final class KafkaOptions {

    private static final KafkaConfig DEFAULTS = KafkaConfig.defaults();
    private static final Option<List<String>> BOOTSTRAP_SERVERS =
            Option.live(
                    "bootstrap-servers",
                    ListOf.atLeastOne(Names.server()),
                    DEFAULTS.bootstrapServers(),
                    "Brokers to ask first.");
    private static final Option<String> GROUP_ID =
            Option.of("group-id", Names.group(), DEFAULTS.groupId(), "The consumer group.");
    private static final Option<StartFrom> START_FROM =
            Option.of(
                    "start-from",
                    Types.oneOf(StartFrom.class),
                    DEFAULTS.startFrom(),
                    "Where a topic begins when the job starts without a checkpoint; `committed`"
                            + " means the oldest record if the group is new.");
    private static final Option<KafkaProperties> PROPERTIES =
            Option.of(
                    "properties",
                    new KafkaPropertiesType(),
                    KafkaProperties.NONE,
                    "Further properties of every Kafka client, for TLS and SASL; a reference may"
                            + " stand inside `sasl.jaas.config`.");
    private static final Option<List<TopicConfig>> SOURCES =
            Option.live(
                    "sources",
                    ListOf.distinctBy(TopicOptions.BLOCK, TopicConfig::topic),
                    DEFAULTS.sources(),
                    "The topics to read.");
    private static final Option<String> DEAD_LETTER_TOPIC =
            Option.optional(
                    "dead-letter-topic",
                    Names.topic(),
                    "Receives every line that could not be parsed, redacted.");
    private static final Option<String> ALERT_TOPIC =
            Option.optional(
                    "alert-topic", Names.topic(), "Receives every alert whenever it changes.");
    private static final Option<String> RULE_TOPIC =
            Option.optional(
                    "rule-topic",
                    Names.topic(),
                    "A compacted topic that brings changes of rules while the job runs: the key"
                            + " names a file, the value is its YAML.");

    private static final Option<String> CONTROL_TOPIC =
            Option.optional(
                    "control-topic",
                    Names.topic(),
                    "Brings what people decide about alerts (`ack`) to the job.");

    static final Block<KafkaConfig> BLOCK =
            new Block<>(
                    List.of(
                            BOOTSTRAP_SERVERS,
                            GROUP_ID,
                            START_FROM,
                            PROPERTIES,
                            SOURCES,
                            DEAD_LETTER_TOPIC,
                            ALERT_TOPIC,
                            RULE_TOPIC,
                            CONTROL_TOPIC),
                    KafkaOptions::build);

    private KafkaOptions() {}

    private static KafkaConfig build(Values values) {
        return new KafkaConfig(
                values.get(BOOTSTRAP_SERVERS),
                values.get(GROUP_ID),
                values.get(START_FROM),
                values.get(PROPERTIES).plain(),
                values.get(PROPERTIES).secret(),
                values.get(SOURCES),
                values.find(DEAD_LETTER_TOPIC),
                values.find(ALERT_TOPIC),
                values.find(RULE_TOPIC),
                values.find(CONTROL_TOPIC));
    }
}
