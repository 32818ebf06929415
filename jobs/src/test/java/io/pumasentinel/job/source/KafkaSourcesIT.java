package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
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

    private static final KafkaClusterTestKit KAFKA = broker();

    @BeforeAll
    static void startAndFill() throws Exception {
        KAFKA.format();
        KAFKA.startup();
        KAFKA.waitForReadyBrokers();
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(BUSY, 1, (short) 1),
                                    new NewTopic(SPARSE, 1, (short) 1),
                                    new NewTopic(EMPTY, 1, (short) 1)))
                    .all()
                    .get();
        }
        try (var producer =
                new KafkaProducer<byte[], byte[]>(
                        client(), new ByteArraySerializer(), new ByteArraySerializer())) {
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
        KAFKA.close();
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
                        KAFKA.bootstrapServers(),
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

    private static KafkaClusterTestKit broker() {
        try {
            return new KafkaClusterTestKit.Builder(
                            new TestKitNodes.Builder()
                                    .setCombined(true)
                                    .setNumBrokerNodes(1)
                                    .setNumControllerNodes(1)
                                    .build())
                    .setConfigProp("offsets.topic.replication.factor", "1")
                    .setConfigProp("group.initial.rebalance.delay.ms", "0")
                    .build();
        } catch (Exception e) {
            throw new IllegalStateException("no broker", e);
        }
    }

    private static Properties client() {
        var properties = new Properties();
        properties.put("bootstrap.servers", KAFKA.bootstrapServers());
        return properties;
    }

    private static Future<RecordMetadata> send(
            KafkaProducer<byte[], byte[]> producer, String topic, int second, String line) {
        return producer.send(
                new ProducerRecord<>(
                        topic, 0, PumaLines.millis(second), null, PumaLines.bytes(line)));
    }
}
