package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.job.config.Reading.Depth;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleConfigTest {

    @Test
    void theExampleIsReadyForALiveRunAndMentionsEveryOption() throws Exception {
        String text = Files.readString(Repository.file("examples/sentinel.yaml"));
        Map<String, String> env = Map.of("ELASTICSEARCH_PASSWORD", "any");

        SentinelConfig config = ConfigReader.read(text, new Reading("f", env, Depth.LIVE));

        assertThat(config.kafka().sources()).extracting(TopicConfig::topic).contains("puma.access");
        assertThat(text.lines().map(ExampleConfigTest::key).distinct())
                .containsAll(names(Schema.ROOT));
    }

    @Test
    void whatTheExampleShowsAsDefaultIsTheDefault() throws Exception {
        String text = Files.readString(Repository.file("examples/sentinel.yaml"));

        SentinelConfig config = ConfigReader.read(text, new Reading("f", Map.of(), Depth.TEXT));

        assertThat(config.ingest()).isEqualTo(IngestConfig.defaults());
        assertThat(config.watermarks()).isEqualTo(WatermarkConfig.defaults());
        assertThat(config.score()).isEqualTo(ScoreConfig.defaults());
        assertThat(config.alerts()).isEqualTo(AlertConfig.defaults());
        assertThat(config.rules()).isEqualTo(RulesConfig.defaults());
        assertThat(config.checkpoints()).isEqualTo(CheckpointConfig.defaults());
        assertThat(config.output()).isEqualTo(OutputConfig.defaults());
    }

    /** The name before the colon, also of an option that is commented out. */
    private static String key(String line) {
        String bare = line.replaceFirst("^[\\s#-]+", "");
        return bare.contains(":") ? bare.substring(0, bare.indexOf(':')) : "";
    }

    private static List<String> names(Block<?> block) {
        return block.options().stream()
                .flatMap(
                        option ->
                                option.type() instanceof Block<?> inner
                                        ? names(inner).stream()
                                        : List.of(option.name()).stream())
                .toList();
    }
}
