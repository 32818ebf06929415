package io.pumasentinel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.sigma.RuleLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.apache.flink.util.InstantiationUtil;
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

    /**
     * Whoever may see a job sees its graph: Flink's page, its logs, its high-availability store.
     */
    @Test
    void theGraphHoldsReferencesToSecretsAndNoSecret() throws Exception {
        Path key = Files.writeString(folder.resolve("key"), "key-in-a-file");
        Path password = Files.writeString(folder.resolve("password"), "password-in-a-file");
        StreamGraph graph =
                graph(
                        CONFIG.replace(
                                        "  sources:",
                                        "  properties: {ssl.key.password: '${file:"
                                                + password
                                                + "}'}\n  sources:")
                                + "  api-key: ${file:"
                                + key
                                + "}\n");
        JobGraph job = graph.getJobGraph();
        String bytes =
                new String(InstantiationUtil.serializeObject(job), StandardCharsets.ISO_8859_1);

        assertThat(bytes).contains(key.toString(), password.toString());
        assertThat(bytes + graph.getStreamingPlanAsJSON() + job.getJobConfiguration())
                .doesNotContain("key-in-a-file", "password-in-a-file");
    }

    private StreamGraph graph() throws Exception {
        return graph(CONFIG);
    }

    private StreamGraph graph(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("sentinel.yaml"), text);
        SentinelConfig config = ConfigReader.readLive(file);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(2, LiveJob.configuration(config));
        LiveJob.define(environment, config, RuleLoader.shipped(), 1, new LiveSinks(config));
        return environment.getStreamGraph();
    }
}
