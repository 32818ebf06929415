package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.sigma.RuleLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The graph between Kafka and Elasticsearch; building it connects to neither. */
class LiveJobTest {
    private static final String CONFIG =
            """
            kafka:
              bootstrap-servers: [kafka.example.com:9092]
              sources: [{topic: puma.access}]
              alert-topic: puma.alerts
              dead-letter-topic: puma.dead-letters
            elasticsearch:
              urls: [https://elasticsearch.example.com:9200]
            """;

    @TempDir private Path folder = Path.of("");

    @Test
    void theGraphIsAsItsGoldenFileSays() throws Exception {
        Golden.check("live-job-graph.txt", GraphText.of(graph()));
    }

    @Test
    void everyOperatorHasAUidOfItsOwnInKebabCase() throws Exception {
        assertThat(GraphText.nodes(graph()))
                .extracting(StreamNode::getTransformationUID)
                .contains("kafka", "sink-alert-topic", "sink-dead-letters")
                .doesNotHaveDuplicates()
                .allMatch(uid -> uid.matches("(Sink Committer: )?[a-z0-9]+(-[a-z0-9]+)*"));
    }

    private StreamGraph graph() throws Exception {
        Path file = Files.writeString(folder.resolve("sentinel.yaml"), CONFIG);
        SentinelConfig config = ConfigReader.readLive(file);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2, LiveJob.configuration(config));
        LiveJob.define(environment, config, RuleLoader.shipped(), 1, new LiveSinks(config));
        return environment.getStreamGraph();
    }
}
