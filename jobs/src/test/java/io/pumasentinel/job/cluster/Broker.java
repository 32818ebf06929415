package io.pumasentinel.job.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.test.KafkaClusterTestKit;
import org.apache.kafka.common.test.TestKitNodes;

/** A real Kafka broker in this JVM, on a free port. */
public final class Broker implements Closeable {
    private final KafkaClusterTestKit kit;

    private Broker(KafkaClusterTestKit kit) {
        this.kit = kit;
    }

    /**
     * Starts it.
     *
     * @param folder where it keeps its data; it must exist
     */
    public static Broker start(Path folder) throws Exception {
        KafkaClusterTestKit kit =
                new KafkaClusterTestKit.Builder(
                                new TestKitNodes.Builder()
                                        .setCombined(true)
                                        .setNumBrokerNodes(1)
                                        .setNumControllerNodes(1)
                                        .setBaseDirectory(folder.toAbsolutePath())
                                        .build())
                        .setConfigProp("offsets.topic.replication.factor", "1")
                        .setConfigProp("offsets.topic.num.partitions", "1")
                        .setConfigProp("transaction.state.log.replication.factor", "1")
                        .setConfigProp("transaction.state.log.min.isr", "1")
                        .setConfigProp("share.coordinator.state.topic.replication.factor", "1")
                        .setConfigProp("share.coordinator.state.topic.min.isr", "1")
                        .setConfigProp("group.initial.rebalance.delay.ms", "0")
                        .setConfigProp("auto.create.topics.enable", "false")
                        // The capture is older than a retention.
                        .setConfigProp("log.retention.ms", "-1")
                        .build();
        kit.format();
        kit.startup();
        kit.waitForReadyBrokers();
        return new Broker(kit);
    }

    public String bootstrapServers() {
        return kit.bootstrapServers();
    }

    /** Makes topics of one partition each. */
    public void createTopics(List<String> topics) throws Exception {
        try (Admin admin = Admin.create(client())) {
            admin.createTopics(topics.stream().map(t -> new NewTopic(t, 1, (short) 1)).toList())
                    .all()
                    .get();
        }
    }

    /** Idempotent and in order: a retry can neither double nor swap lines. */
    public KafkaProducer<byte[], byte[]> producer() {
        Properties settings = client();
        settings.putAll(Map.of("enable.idempotence", true, "acks", "all", "linger.ms", 5));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Everything in a topic of one partition. */
    List<byte[]> valuesOf(String topic) {
        List<byte[]> values = new ArrayList<>();
        TopicPartition partition = new TopicPartition(topic, 0);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        client(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }

    @Override
    public void close() throws IOException {
        try {
            kit.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IOException("the broker did not close in order", e);
        }
    }

    private Properties client() {
        Properties settings = new Properties();
        settings.setProperty("bootstrap.servers", bootstrapServers());
        return settings;
    }
}
