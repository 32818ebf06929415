package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.baseline.Guards;
import io.pumasentinel.event.ingest.IngestSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefaultsTest {

    private final SentinelConfig config = Configs.read("");

    @Test
    void emptyFileAndEmptyBlocksMeanTheDefaults() {
        assertThat(config).isEqualTo(SentinelConfig.defaults());
        assertThat(Configs.read("# nothing", "kafka:", "elasticsearch: {}", "score:"))
                .isEqualTo(SentinelConfig.defaults());
    }

    @Test
    void service() {
        assertThat(config.service()).isEqualTo(new ServiceConfig(null, null));
    }

    @Test
    void kafka() {
        assertThat(config.kafka())
                .isEqualTo(
                        new KafkaConfig(
                                List.of(),
                                "puma-sentinel",
                                StartFrom.COMMITTED,
                                Map.of(),
                                Map.of(),
                                List.of(),
                                null,
                                null,
                                null,
                                null));
    }

    @Test
    void elasticsearch() {
        assertThat(config.elasticsearch())
                .isEqualTo(
                        new ElasticsearchConfig(
                                List.of(),
                                "default",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                1_000,
                                5_120,
                                Duration.ofSeconds(1),
                                null));
    }

    @Test
    void kibana() {
        assertThat(config.kibana())
                .isEqualTo(new KibanaConfig(null, null, null, null, null, null, null, null));
        assertThat(Configs.read("kibana:").kibana()).isEqualTo(KibanaConfig.defaults());
    }

    @Test
    void ingestIsWhatIngestDoesWhenItIsToldNothing() {
        assertThat(config.ingest().settings()).isEqualTo(IngestSettings.defaults());
        assertThat(config.ingest().maxEndpointsPerService()).isEqualTo(500);
    }

    @Test
    void watermarks() {
        assertThat(config.watermarks())
                .isEqualTo(
                        new WatermarkConfig(
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(10)));
    }

    @Test
    void score() {
        assertThat(config.score())
                .isEqualTo(
                        new ScoreConfig(
                                30,
                                20,
                                Duration.ofMinutes(15),
                                new Guards(5, 1.5, 50_000_000L, 0.05, 2, 2, 4_096),
                                List.of()));
    }

    @Test
    void alerts() {
        assertThat(config.alerts())
                .isEqualTo(
                        new AlertConfig(
                                Duration.ofMinutes(15), 10, null, Duration.ofMinutes(5), 2));
    }

    @Test
    void rules() {
        assertThat(config.rules()).isEqualTo(new RulesConfig(null, false, false, List.of()));
    }

    @Test
    void checkpoints() {
        assertThat(config.checkpoints())
                .isEqualTo(
                        new CheckpointConfig(
                                null, Duration.ofSeconds(30), Duration.ofMinutes(10), 10));
    }

    @Test
    void output() {
        assertThat(config.output()).isEqualTo(new OutputConfig(true, true, true));
    }
}
