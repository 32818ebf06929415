package io.pumasentinel.job.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
 * 500 secrets in lines of every form, through the real job: none of them is in any index, file,
 * topic, checkpoint, savepoint or log line, and every document says what was taken from it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSecretsIT {
    private static final int SECRETS = 500;
    private static final long SEED = 20261125;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String KEY = "a-key-of-the-test-with-enough-letters";
    private static final String LETTERS = "logs-puma.dead_letter";
    private static final List<String> STREAMS =
            List.of(
                    "logs-puma.access",
                    "logs-puma.error",
                    LETTERS,
                    "metrics-puma.endpoint",
                    "alerts-puma",
                    "logs-puma.alert");

    private final PlantedLines planted = new PlantedLines(SECRETS, SEED);
    private final Set<Integer> joinable =
            IntStream.range(0, SECRETS)
                    .filter(planted::mayJoin)
                    .boxed()
                    .collect(Collectors.toSet());
    private final SecretSearch search = new SecretSearch(planted.secrets());
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
        assertThat(joinable).isNotEmpty().hasSizeLessThan(SECRETS / 2);
    }

    @Test
    void theSearchFindsEverySecretInTheLinesThemselves() {
        for (int i = 0; i < SECRETS; i++) {
            assertThat(search.in("line " + i, planted.lines().get(i).getBytes(UTF_8)))
                    .as(planted.lines().get(i))
                    .isNotEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mask", "remove", "token"})
    void noSecretLeavesTheLiveJob(String mode) throws Exception {
        broker.createTopics(List.of("lines-" + mode, "letters-" + mode, "alerts-" + mode));
        send("lines-" + mode);
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
                    () -> untold(documents, "lines-" + mode) + " untold",
                    () ->
                            told(documents) >= SECRETS - joinable.size()
                                    && documents.count("alerts-puma") > 0
                                    && untold(documents, "lines-" + mode).isEmpty());
            job.triggerSavepoint(
                            folder.resolve("savepoints-" + mode).toUri().toString(),
                            SavepointFormatType.CANONICAL)
                    .get(1, TimeUnit.MINUTES);
            job.cancel().get(1, TimeUnit.MINUTES);

            assertThat(search.in("log", log.text().getBytes(UTF_8))).isEmpty();
            assertThat(log.text()).doesNotContain(KEY);
        }
        indicesHoldNone(new IndexedDocuments(elasticsearch.url(), mode), "lines-" + mode);
        filesHoldNone("checkpoints-" + mode);
        filesHoldNone("savepoints-" + mode);
        topicsHoldNone(List.of("letters-" + mode, "alerts-" + mode));
    }

    @Test
    void noSecretLeavesAnAnalysis() throws Exception {
        Path input = folder.resolve("puma.log");
        Files.write(input, planted.lines());
        Files.createDirectories(folder.resolve("analysis"));
        SentinelConfig config =
                ConfigReader.read(
                        Files.writeString(
                                folder.resolve("analysis.yaml"),
                                "ingest: {redact-keys: [member_no]}"));
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
                new FileSinks(folder.resolve("analysis"), true));
        try (JobLog log = JobLog.open()) {
            environment.execute();
            assertThat(search.in("log", log.text().getBytes(UTF_8))).isEmpty();
        }
        filesHoldNone("analysis");
        assertThat(Files.size(folder.resolve("analysis/alerts.ndjson"))).isPositive();
    }

    private void send(String topic) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = broker.producer()) {
            int second = 0;
            List<String> lines = new ArrayList<>(planted.lines());
            lines.add(PlantedLines.harmless(SECRETS + 60));
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
                  redaction: {mode: %s, keys: [member_no], key: "${file:%s}"}
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
                                mode,
                                folder.resolve("key"),
                                folder.resolve("checkpoints-" + mode).toUri()));
    }

    private static long told(IndexedDocuments documents) throws IOException, InterruptedException {
        return documents.count("logs-puma.access")
                + documents.count("logs-puma.error")
                + documents.count(LETTERS);
    }

    /** Lines that begin an event and have no document yet; the others may be part of one. */
    private Set<String> untold(IndexedDocuments documents, String topic)
            throws IOException, InterruptedException {
        Set<String> untold = new TreeSet<>();
        for (int i = 0; i < SECRETS; i++) {
            if (!joinable.contains(i)) {
                untold.add(topic + "-0-" + i);
            }
        }
        for (String stream : List.of("logs-puma.access", "logs-puma.error", LETTERS)) {
            untold.removeAll(documents.all(stream).keySet());
        }
        return untold;
    }

    private void indicesHoldNone(IndexedDocuments documents, String topic) throws Exception {
        SortedMap<String, JsonNode> byId = new TreeMap<>();
        for (String stream : STREAMS) {
            SortedMap<String, JsonNode> all = documents.all(stream);
            assertThat(all).as(stream).isNotEmpty();
            for (var document : all.entrySet()) {
                byte[] bytes = (document.getKey() + document.getValue()).getBytes(UTF_8);
                assertThat(search.in(stream, bytes)).isEmpty();
            }
            byId.putAll(all);
        }
        for (int i = 0; i < SECRETS; i++) {
            String id = topic + "-0-" + i;
            if (!joinable.contains(i)) {
                assertThat(byId).as("line %d", i).containsKey(id);
            }
            JsonNode document = byId.get(id);
            if (document != null) {
                assertThat(document.at("/sentinel/redacted")).as("line %d", i).isNotEmpty();
            }
        }
    }

    private void filesHoldNone(String name) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve(name))) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(search.in(file.toString(), bytes)).isEmpty();
            assertThat(new String(bytes, ISO_8859_1)).doesNotContain(KEY);
        }
    }

    private void topicsHoldNone(List<String> topics) throws Exception {
        for (String topic : topics) {
            List<byte[]> values = broker.valuesOf(topic);
            assertThat(values).as(topic).isNotEmpty();
            for (byte[] value : values) {
                assertThat(search.in(topic, value)).isEmpty();
            }
        }
    }
}
