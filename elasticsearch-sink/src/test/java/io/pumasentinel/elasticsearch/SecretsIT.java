package io.pumasentinel.elasticsearch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.Credentials.Scheme;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Jobs that write with a secret to a node behind TLS, and everything that they leave behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SecretsIT {

    private static final String VARIABLE = "PUMA_SENTINEL_TEST_SECRET";
    private static final String IN_FILE = "only-in-the-file-52c9aa";
    private static final String ROTATED = "only-in-the-new-file-0be613";
    private static final int DOCUMENTS = 1_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    private Path folder;
    private ElasticsearchProcess node;
    private NodeView view;
    private TestCertificates certificates;
    private TlsGate gate;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        node = ElasticsearchProcess.start(folder.resolve("node"), 0);
        view = new NodeView(node.url());
        certificates = TestCertificates.make(folder.resolve("authority"));
        gate = new TlsGate(node.url(), certificates);
        gate.serve(RoleDesk.ofAdministrator().seenBy("puma-sentinel-writer"));
    }

    @AfterAll
    void stop() {
        gate.close();
        node.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BASIC, ENVIRONMENT", "API_KEY, ENVIRONMENT", "BEARER, ENVIRONMENT",
        "BASIC, FILE", "API_KEY, FILE", "BEARER, FILE"
    })
    void writesEveryDocumentAndShowsTheSecretNowhere(Scheme scheme, Secret.Place place)
            throws Exception {
        String value = place == Secret.Place.FILE ? IN_FILE : System.getenv(VARIABLE);
        Path file = Files.writeString(folder.resolve("secret"), IN_FILE + "\n");
        Secret secret = new Secret(place, place == Secret.Place.FILE ? file.toString() : VARIABLE);
        String index = index(scheme + "-" + place);
        int refusedBefore = gate.refused();
        gate.accept(header(scheme, value));
        try (LogCapture log = LogCapture.open()) {
            StreamExecutionEnvironment environment = environment();
            define(environment, connection(scheme, secret), index, DOCUMENTS, number -> number);
            StreamGraph graph = environment.getStreamGraph();
            byte[] serialised = InstantiationUtil.serializeObject(graph.getJobGraph());
            String plan = graph.getStreamingPlanAsJSON() + environment.getConfiguration();

            environment.executeAsync(graph).getJobExecutionResult().get(2, TimeUnit.MINUTES);

            assertThat(view.count(index)).isEqualTo(DOCUMENTS);
            assertThat(gate.refused()).isEqualTo(refusedBefore);
            assertThat(new String(serialised, ISO_8859_1)).contains(secret.name());
            for (String hidden : List.of(value, header(scheme, value).split(" ")[1])) {
                assertThat(new String(serialised, ISO_8859_1)).doesNotContain(hidden);
                assertThat(plan).doesNotContain(hidden);
                assertThat(log.text()).contains("Source: numbers").doesNotContain(hidden);
            }
        }
    }

    @Test
    void takesUpANewSecretWhileItRunsAndKeepsNoneInItsState() throws Exception {
        Path file = Files.writeString(folder.resolve("rotating"), IN_FILE + "\n");
        String index = index("rotated");
        gate.accept(header(Scheme.API_KEY, IN_FILE));
        view.createIndex(index);
        try (LogCapture log = LogCapture.open()) {
            StreamExecutionEnvironment environment = environment();
            Secret secret = Secret.fromFile(file.toString());
            ElasticsearchConnection connection = connection(Scheme.API_KEY, secret);
            define(environment, connection, index, Long.MAX_VALUE, new Slow());
            JobClient job = environment.executeAsync();
            view.awaitCount(index, DOCUMENTS);

            gate.accept(header(Scheme.API_KEY, ROTATED));
            int refusedBefore = gate.refused();
            NodeView.await(() -> gate.refused() > refusedBefore, "a refusal");
            Files.writeString(file, ROTATED + "\n");
            view.awaitCount(index, view.count(index) + DOCUMENTS);

            String savepoint =
                    job.stopWithSavepoint(
                                    false,
                                    folder.resolve("savepoints").toUri().toString(),
                                    SavepointFormatType.CANONICAL)
                            .get(1, TimeUnit.MINUTES);
            assertThat(savepoint).contains("savepoints");
            assertThat(bytesBelow("savepoints")).anyMatch(text -> text.contains("numbers"));
            for (String hidden : List.of(IN_FILE, ROTATED)) {
                assertThat(bytesBelow("savepoints")).noneMatch(text -> text.contains(hidden));
                assertThat(bytesBelow("checkpoints")).noneMatch(text -> text.contains(hidden));
                assertThat(log.text()).contains("refuses documents").doesNotContain(hidden);
            }
        }
    }

    private static void define(
            StreamExecutionEnvironment environment,
            ElasticsearchConnection connection,
            String index,
            long documents,
            MapFunction<Long, Long> pace) {
        environment
                .fromSequence(0, documents - 1)
                .name("numbers")
                .uid("numbers")
                .map(pace)
                .returns(Long.class)
                .uid("pace")
                .sinkTo(
                        ElasticsearchSink.<Long>builder()
                                .connection(connection)
                                .converter((number, out) -> out.accept(document(index, number)))
                                .batch(100, 2L << 20)
                                .linger(Duration.ofMillis(50))
                                .build())
                .uid("sink");
    }

    private static BulkOperation document(String index, long number) {
        return BulkOperation.create(
                index, "n" + number, ("{\"n\":" + number + "}").getBytes(UTF_8));
    }

    private StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        environment.enableCheckpointing(300);
        return environment;
    }

    private ElasticsearchConnection connection(Scheme scheme, Secret secret) {
        String user = scheme == Scheme.BASIC ? "sentinel" : null;
        return ElasticsearchConnection.to(gate.url())
                .as(new Credentials(scheme, user, secret))
                .trusting(certificates.authority());
    }

    /** Written down as Elasticsearch's API says, not as the code under test does. */
    private static String header(Scheme scheme, String secret) {
        return switch (scheme) {
            case BASIC ->
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString(("sentinel:" + secret).getBytes(UTF_8));
            case API_KEY -> "ApiKey " + secret;
            case BEARER -> "Bearer " + secret;
            case NONE -> "";
        };
    }

    private static String index(String name) {
        return "logs-puma.access-" + name.toLowerCase(java.util.Locale.ROOT) + "-2026.11.21";
    }

    private List<String> bytesBelow(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile).map(SecretsIT::read).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** About a thousand elements a second. */
    private static final class Slow implements MapFunction<Long, Long> {
        private static final long serialVersionUID = 1L;

        @Override
        public Long map(Long value) throws Exception {
            Thread.sleep(1);
            return value;
        }
    }
}
