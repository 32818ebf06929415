package io.pumasentinel.job.config;

import java.util.List;

/** The whole file: its blocks in the order of the reference. */
final class Schema {

    private static final Option<ServiceConfig> SERVICE =
            block(
                    "service",
                    ServiceOptions.BLOCK,
                    "Whose lines are read where nothing else tells.");
    private static final Option<KafkaConfig> KAFKA =
            block("kafka", KafkaOptions.BLOCK, "Where lines come from.");
    private static final Option<ElasticsearchConfig> ELASTICSEARCH =
            block("elasticsearch", ElasticsearchOptions.BLOCK, "Where documents go.");
    private static final Option<KibanaConfig> KIBANA =
            block("kibana", KibanaOptions.BLOCK, "Where dashboards go, if anywhere.");
    private static final Option<IngestConfig> INGEST =
            block("ingest", IngestOptions.BLOCK, "How a line becomes an event.");
    private static final Option<WatermarkConfig> WATERMARKS =
            block("watermarks", WatermarkOptions.BLOCK, "How event time advances, per partition.");
    private static final Option<ScoreConfig> SCORE =
            block("score", ScoreOptions.BLOCK, "How baselines learn and judge 10 s windows.");
    private static final Option<AlertConfig> ALERTS =
            block("alerts", AlertOptions.BLOCK, "When incidents end and what alerts carry.");
    private static final Option<RulesConfig> RULES =
            block("rules", RulesOptions.BLOCK, "Which rules run.");
    private static final Option<CheckpointConfig> CHECKPOINTS =
            block("checkpoints", CheckpointOptions.BLOCK, "How often and where progress is kept.");
    private static final Option<OutputConfig> OUTPUT =
            block(
                    "output",
                    OutputOptions.BLOCK,
                    "Which documents are written beside the alerts, which always are.");

    static final Block<SentinelConfig> ROOT =
            new Block<>(
                    List.of(
                            SERVICE,
                            KAFKA,
                            ELASTICSEARCH,
                            KIBANA,
                            INGEST,
                            WATERMARKS,
                            SCORE,
                            ALERTS,
                            RULES,
                            CHECKPOINTS,
                            OUTPUT),
                    Schema::build);

    private Schema() {}

    private static <T> Option<T> block(String name, Block<T> block, String about) {
        return Option.optional(name, block, about);
    }

    private static SentinelConfig build(Values values) {
        return new SentinelConfig(
                values.get(SERVICE),
                values.get(KAFKA),
                values.get(ELASTICSEARCH),
                values.get(KIBANA),
                values.get(INGEST),
                values.get(WATERMARKS),
                values.get(SCORE),
                values.get(ALERTS),
                values.get(RULES),
                values.get(CHECKPOINTS),
                values.get(OUTPUT));
    }
}
