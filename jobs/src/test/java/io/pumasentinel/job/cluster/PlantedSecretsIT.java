package io.pumasentinel.job.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import io.pumasentinel.job.JobConfiguration;
import io.pumasentinel.job.JobSettings;
import io.pumasentinel.job.LiveJob;
import io.pumasentinel.job.SentinelJob;
import io.pumasentinel.job.config.ConfigReader;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.FileSinks;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.job.source.MergedFileSource;
import io.pumasentinel.job.source.WatermarkStrategies;
import io.pumasentinel.sigma.RuleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 1034 secrets, of every kind in lines of every form twice, through the real job: none of them is
 * in any index, file, topic, checkpoint, savepoint or log line, and every document says what was
 * taken from it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSecretsIT {
    private static final int SECRETS = 2 * PlantedSecret.KINDS * PlantedLines.PLACES;
    private static final long SEED = 20261125;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String KEY = "a-key-of-the-test-with-enough-letters";

    private final PlantedLines planted = new PlantedLines(SECRETS, SEED);
    private final PlantedProof proof = new PlantedProof(planted, KEY);
    private Path folder;
    private ElasticsearchProcess elasticsearch;
    private Broker broker;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        Files.createDirectories(folder.resolve("kafka"));
        Files.writeString(folder.resolve("key"), KEY);
        elasticsearch = ElasticsearchProcess.start(folder.resolve("elasticsearch"), 0);
        broker = Broker.start(folder.resolve("kafka"));
        IndexSetup.install(
                ElasticsearchConnection.to(elasticsearch.url().toString()), Duration.ofSeconds(30));
    }

    @AfterAll
    void stop() throws IOException {
        broker.close();
        elasticsearch.close();
    }

    @Test
    void mostLinesAreEventsByThemselves() {
        assertThat(proof.joinable()).isNotEmpty().hasSizeLessThan(SECRETS / 2);
    }

    @Test
    void theSearchFindsEverySecretInTheLinesThemselves() {
        assertThat(planted.secrets().stream().map(PlantedSecret::hidden).distinct())
                .hasSize(SECRETS);
        for (int i = 0; i < SECRETS; i++) {
            assertThat(proof.secrets("line " + i, planted.lines().get(i).getBytes(UTF_8)))
                    .as(planted.lines().get(i))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "remove", "token", "addresses"})
    void noSecretLeavesTheLiveJob(String mode) throws Exception {
        broker.createTopics(List.of("lines-" + mode, "letters-" + mode, "alerts-" + mode));
        send("lines-" + mode);
        PlantedProof check = mode.equals("addresses") ? proof.withoutClients() : proof;
        SentinelConfig config = ConfigReader.readLive(configFile(mode));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, LiveJob.configuration(config));
        try (JobLog log = JobLog.open()) {
            LiveJob.define(environment, config, RuleLoader.shipped(), 1, new LiveSinks(config));
            JobClient job = environment.executeAsync("planted " + mode);
            IndexedDocuments documents = new IndexedDocuments(elasticsearch.url(), mode);
            Await.until(
                    "documents of all lines and an alert",
                    PATIENCE,
                    () -> proof.untold(documents, "lines-" + mode) + " untold",
                    () ->
                            proof.mayBeWhole(documents)
                                    && documents.count("alerts-puma") > 0
                                    && proof.untold(documents, "lines-" + mode).isEmpty());
            job.triggerSavepoint(
                            folder.resolve("savepoints-" + mode).toUri().toString(),
                            SavepointFormatType.CANONICAL)
                    .get(1, TimeUnit.MINUTES);
            job.cancel().get(1, TimeUnit.MINUTES);
            check.text("log", log.text());
        }
        check.indices(new IndexedDocuments(elasticsearch.url(), mode), "lines-" + mode);
        check.files(folder.resolve("checkpoints-" + mode));
        check.files(folder.resolve("savepoints-" + mode));
        check.topics(broker, List.of("letters-" + mode, "alerts-" + mode));
    }

    @Test
    void clientsAreNamedWhereTheyMayBe() throws Exception {
        analyse("named", "ingest: {redact-keys: [member_no]}");

        assertThat(Files.readString(folder.resolve("named/events.ndjson")))
                .contains(PlantedLines.CLIENTS);
        assertThat(Files.size(folder.resolve("named/alerts.ndjson"))).isPositive();
        proof.files(folder.resolve("named"));
    }

    @Test
    void neitherASecretNorAClientLeavesAnAnalysis() throws Exception {
        String redaction = "{keys: [member_no], addresses: token, key: \"${file:%s}\"}";
        analyse(
                "hidden",
                "ingest: {redaction: " + redaction.formatted(folder.resolve("key")) + "}");

        proof.withoutClients().files(folder.resolve("hidden"));
    }

    private void analyse(String name, String text) throws Exception {
        Path input = folder.resolve("puma.log");
        List<String> lines = new ArrayList<>(planted.lines());
        lines.addAll(planted.attack());
        Files.write(input, lines);
        Path results = Files.createDirectories(folder.resolve(name));
        SentinelConfig config =
                ConfigReader.read(Files.writeString(folder.resolve(name + ".yaml"), text));
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.createLocalEnvironment(1, JobConfiguration.pipeline());
        SentinelJob.define(
                environment
                        .fromSource(
                                new MergedFileSource(
                                        List.of(new FileInput(input.toString(), "shop", "web-1")),
                                        config.ingest().settings()),
                                WatermarkStrategies.bounded(5_000),
                                "files")
                        .uid("files"),
                JobSettings.of(config, RuleLoader.shipped()),
                new FileSinks(results, true));
        try (JobLog log = JobLog.open()) {
            environment.execute();
            proof.text("log", log.text());
        }
    }

    private void send(String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            int second = 0;
            List<String> lines = new ArrayList<>(planted.lines());
            lines.addAll(planted.attack());
            lines.add(PlantedLines.harmless(SECRETS + PlantedLines.BURST + 60));
            for (String line : lines) {
                long millis = PlantedLines.START_MILLIS + second * 1000L;
                producer.send(new ProducerRecord<>(topic, 0, millis, null, line.getBytes(UTF_8)))
                        .get();
                second++;
            }
        }
    }

    private Path configFile(String mode) throws IOException {
        return Files.writeString(
                folder.resolve(mode + ".yaml"),
                """
                service: {name: shop, host: web-1}
                kafka:
                  bootstrap-servers: ["%s"]
                  group-id: %s
                  start-from: earliest
                  dead-letter-topic: letters-%s
                  alert-topic: alerts-%s
                  sources: [{topic: lines-%s}]
                elasticsearch: {urls: ["%s"], namespace: %s}
                ingest:
                  redaction: {%s, keys: [member_no], key: "${file:%s}"}
                checkpoints: {interval: 1s, folder: "%s"}
                """
                        .formatted(
                                broker.bootstrapServers(),
                                mode,
                                mode,
                                mode,
                                mode,
                                elasticsearch.url(),
                                mode,
                                mode.equals("addresses") ? "addresses: token" : "mode: " + mode,
                                folder.resolve("key"),
                                folder.resolve("checkpoints-" + mode).toUri()));
    }
}
