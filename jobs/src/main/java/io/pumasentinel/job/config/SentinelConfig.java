package io.pumasentinel.job.config;

import java.io.Serializable;

/**
 * Everything the job can be told, complete and valid: what the file leaves out has its default.
 *
 * <p>Serialisable, so that it can travel to the cluster inside operators; secrets travel as
 * references. Only the Kafka servers and topics and the Elasticsearch urls have no default: {@link
 * ConfigReader#readLive} requires them, the other ways of reading do not.
 *
 * @param service whose lines are read where neither the line nor its topic tells
 * @param kafka where lines come from
 * @param elasticsearch where documents go
 * @param kibana where dashboards go, if anywhere
 * @param ingest how a line becomes an event
 * @param watermarks how event time advances
 * @param score how baselines learn and judge
 * @param alerts when incidents end and what they carry
 * @param rules which rules run
 * @param checkpoints how often and where progress is kept
 * @param output which documents are written
 */
public record SentinelConfig(
        ServiceConfig service,
        KafkaConfig kafka,
        ElasticsearchConfig elasticsearch,
        KibanaConfig kibana,
        IngestConfig ingest,
        WatermarkConfig watermarks,
        ScoreConfig score,
        AlertConfig alerts,
        RulesConfig rules,
        CheckpointConfig checkpoints,
        OutputConfig output)
        implements Serializable {

    /** What an empty file means. */
    public static SentinelConfig defaults() {
        return new SentinelConfig(
                ServiceConfig.defaults(),
                KafkaConfig.defaults(),
                ElasticsearchConfig.defaults(),
                KibanaConfig.defaults(),
                IngestConfig.defaults(),
                WatermarkConfig.defaults(),
                ScoreConfig.defaults(),
                AlertConfig.defaults(),
                RulesConfig.defaults(),
                CheckpointConfig.defaults(),
                OutputConfig.defaults());
    }
}
