package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.job.cluster.Broker;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A savepoint falls between the pieces of a line on a real broker. */
@SuppressWarnings("try") // Closing the results may be interrupted; no test interrupts.
class KafkaPiecesIT {

    private static final String TOPIC = "pods";

    @RegisterExtension
    private static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir private static Path data = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Broker kafka;

    @TempDir private Path folder = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        kafka = Broker.start(data);
        kafka.createTopics(List.of(TOPIC));
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.close();
    }

    @Test
    @Timeout(90)
    void joinsALineWhoseLastPieceComesAfterTheRestartAndKeepsNoSecret() throws Exception {
        List<String> cut = PiecesOfLines.cut(5, "stdout", new Random(1));
        send(PumaLines.access(1, "/first"));
        send(cut.get(0));
        send(cut.get(1));
        send(PumaLines.access(2, "/second"));

        String savepoint;
        try (Run run = run(null)) {
            assertThat(path(run.next())).isEqualTo("/first");
            assertThat(path(run.next())).isEqualTo("/second");
            savepoint =
                    run.job().stopWithSavepoint(false, uri(), SavepointFormatType.CANONICAL).get();
        }
        assertThat(stored()).contains("pods").doesNotContain(PiecesOfLines.SECRET, "reset?");
        send(cut.get(2));
        send(PumaLines.access(6, "/last"));

        try (Run run = run(savepoint)) {
            PumaEvent whole = run.next();
            assertThat(path(whole)).isEqualTo("/reset");
            assertThat(Objects.requireNonNull(whole.access()).query())
                    .isEqualTo("password=[REDACTED]&x=stdout");
            assertThat(whole.position().id()).isEqualTo("pods-0-1");
            assertThat(path(run.next())).isEqualTo("/last");
            run.job().cancel().get();
        }
    }

    /** All that the savepoint holds; the pieces themselves would be found in it. */
    private String stored() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            var text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return text.toString();
        }
    }

    private String uri() {
        return folder.toUri().toString();
    }

    private static String path(PumaEvent event) {
        return Objects.requireNonNull(event.access()).path();
    }

    /** A running job and what comes out of it. */
    private record Run(JobClient job, CloseableIterator<PumaEvent> events)
            implements AutoCloseable {

        PumaEvent next() {
            return events.next();
        }

        @Override
        public void close() throws Exception {
            events.close();
        }
    }

    private static Run run(@Nullable String savepoint) throws Exception {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
            // What collects the results has another name in every run.
            configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        }
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        var input =
                new KafkaInput(
                        kafka.bootstrapServers(),
                        List.of(TOPIC),
                        "pieces",
                        KafkaInput.Start.EARLIEST,
                        Map.of(),
                        Map.of());
        DataStream<PumaEvent> events =
                environment
                        .fromSource(
                                KafkaSources.of(input, IngestSettings.defaults()),
                                WatermarkStrategies.live(new LiveTiming(5_000, 1_000, 2_000, 1)),
                                "kafka")
                        .uid("kafka")
                        .transform(
                                "place",
                                TypeInformation.of(PumaEvent.class),
                                new PlaceOperator(10, AuthSettings.defaults()))
                        .uid("place");
        CloseableIterator<PumaEvent> all = events.collectAsync();
        return new Run(environment.executeAsync("pieces"), all);
    }

    private static void send(String line) throws Exception {
        try (var producer = kafka.producer()) {
            byte[] value = PumaLines.bytes(line);
            producer.send(new ProducerRecord<>(TOPIC, 0, PumaLines.millis(60), null, value)).get();
        }
    }
}
