package io.pumasentinel.cli.demo;

import io.pumasentinel.job.config.AlertConfig;
import io.pumasentinel.job.config.CheckpointConfig;
import io.pumasentinel.job.config.ElasticsearchConfig;
import io.pumasentinel.job.config.IngestConfig;
import io.pumasentinel.job.config.KafkaConfig;
import io.pumasentinel.job.config.KibanaConfig;
import io.pumasentinel.job.config.OutputConfig;
import io.pumasentinel.job.config.RulesConfig;
import io.pumasentinel.job.config.ScoreConfig;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.config.ServiceConfig;
import io.pumasentinel.job.config.StartFrom;
import io.pumasentinel.job.config.TopicConfig;
import io.pumasentinel.job.config.WatermarkConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The configuration of the demo's job: the defaults on the demo's stack. */
final class DemoConfig {
    /** The namespace of the demo's indices. */
    static final String NAMESPACE = "demo";

    /** Event time per clock time after the replay: it ran faster than it was recorded. */
    static final double RATE = 60;

    /**
     * Long against a pause of the machine, short for a person who waits. The replay's partitions
     * are complete before long, so that nothing comes late.
     */
    private static final WatermarkConfig WATERMARKS =
            new WatermarkConfig(
                    Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(3));

    private DemoConfig() {}

    static SentinelConfig of(String bootstrapServers, ElasticsearchConfig elasticsearch) {
        return new SentinelConfig(
                new ServiceConfig(Capture.SERVICE, Capture.HOST),
                kafka(bootstrapServers),
                elasticsearch,
                KibanaConfig.defaults(),
                IngestConfig.defaults(),
                WATERMARKS,
                ScoreConfig.defaults(),
                AlertConfig.defaults(),
                RulesConfig.defaults(),
                CheckpointConfig.defaults(),
                OutputConfig.defaults());
    }

    private static KafkaConfig kafka(String bootstrapServers) {
        List<TopicConfig> sources =
                Capture.files().stream()
                        .map(file -> new TopicConfig(file.topic(), Capture.SERVICE, Capture.HOST))
                        .toList();
        return new KafkaConfig(
                List.of(bootstrapServers),
                "puma-sentinel-demo",
                StartFrom.EARLIEST,
                Map.of(),
                Map.of(),
                sources,
                null,
                null,
                null,
                null);
    }

    /** A node without security, in the demo's namespace. */
    static ElasticsearchConfig elasticsearch(String url) {
        ElasticsearchConfig defaults = ElasticsearchConfig.defaults();
        return new ElasticsearchConfig(
                List.of(url),
                NAMESPACE,
                null,
                null,
                null,
                null,
                null,
                null,
                defaults.batchDocuments(),
                defaults.batchKilobytes(),
                defaults.linger(),
                null);
    }
}
