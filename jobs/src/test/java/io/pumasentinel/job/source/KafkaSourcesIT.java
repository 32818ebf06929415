package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.job.cluster.Broker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A busy, a sparse and an empty partition on a real broker: every window closes, also the last one,
 * which only the clock can close.
 */
class KafkaSourcesIT {

    private static final String BUSY = "puma-access";
    private static final String SPARSE = "puma-canary";
    private static final String EMPTY = "puma-stats";
    private static final int SECONDS = 60;
    private static final int PER_SECOND = 20;

    @RegisterExtension
    private static final MiniClusterExtension FLINK =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(4)
                            .build());

    @TempDir private static Path data = Path.of("");

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Broker kafka;

    @BeforeAll
    static void startAndFill() throws Exception {
        kafka = Broker.start(data);
        kafka.createTopics(List.of(BUSY, SPARSE, EMPTY));
        try (var producer = kafka.producer()) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            sent.add(send(producer, SPARSE, 3, PumaLines.access(3, "/")));
            sent.add(send(producer, SPARSE, 4, PumaLines.access(4, "/")));
            for (int i = 0; i < SECONDS * PER_SECOND; i++) {
                int second = i / PER_SECOND;
                sent.add(send(producer, BUSY, second, PumaLines.access(second, "/")));
            }
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        kafka.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    @Timeout(60)
    void closesEveryWindowWhileAPartitionIsSparseAndAnotherEmpty(int parallelism) throws Exception {
        Map<Long, Long> windows = new LinkedHashMap<>();
        CloseableIterator<Tuple2<Long, Long>> results =
                windows(parallelism).executeAndCollect("windows");
        try {
            while (windows.size() < SECONDS * 1000 / WindowCounts.SIZE_MILLIS) {
                Tuple2<Long, Long> window = results.next();
                windows.merge(window.f0, window.f1, Long::sum);
            }
        } finally {
            results.close();
        }
        Map<Long, Long> expected = new LinkedHashMap<>();
        for (int second = 0; second < SECONDS; second += 10) {
            expected.put(PumaLines.millis(second), 10L * PER_SECOND + (second == 0 ? 2 : 0));
        }
        assertThat(windows).isEqualTo(expected);
    }

    private static DataStream<Tuple2<Long, Long>> windows(int parallelism) {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        var origin = new TopicOrigin("shop", "web-1");
        var input =
                new KafkaInput(
                        kafka.bootstrapServers(),
                        List.of(BUSY, SPARSE, EMPTY),
                        "sentinel-" + parallelism,
                        KafkaInput.Start.COMMITTED,
                        Map.of(BUSY, origin, SPARSE, origin),
                        Map.of());
        return environment
                .fromSource(
                        KafkaSources.of(input, IngestSettings.defaults()),
                        WatermarkStrategies.live(new LiveTiming(5_000, 1_000, 2_000, 60)),
                        "kafka")
                .uid("kafka")
                .transform(
                        "place",
                        TypeInformation.of(PumaEvent.class),
                        new PlaceOperator(
                                PlaceOperator.DEFAULT_MAX_ENDPOINTS, AuthSettings.defaults()))
                .uid("place")
                .keyBy(PumaEvent::service)
                .process(new WindowCounts())
                .uid("windows");
    }

    private static Future<RecordMetadata> send(
            KafkaProducer<byte[], byte[]> producer, String topic, int second, String line) {
        return producer.send(
                new ProducerRecord<>(
                        topic, 0, PumaLines.millis(second), null, PumaLines.bytes(line)));
    }
}
