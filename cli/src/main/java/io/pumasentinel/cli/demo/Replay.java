package io.pumasentinel.cli.demo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the capture into Kafka, each file into its own topic.
 *
 * <p>A line's offset is its number: the replay goes on where the topic ends, so that a second start
 * on the same broker appends nothing twice, whenever the first one was stopped.
 */
public final class Replay {
    private final String bootstrapServers;

    public Replay(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Makes the topics that are missing. */
    public void createTopics() throws IOException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (Capture file : Capture.files()) {
                create(admin, file.topic());
            }
        }
    }

    /** Writes what is missing. */
    public Replayed run() throws IOException, InterruptedException {
        Replayed all = Replayed.NOTHING;
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (Capture file : Capture.files()) {
                all = all.and(append(producer, file, endOffset(file.topic())));
            }
        }
        return all;
    }

    private static void create(Admin admin, String topic) throws IOException, InterruptedException {
        try {
            admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("topic " + topic + " cannot be made", e.getCause());
            }
        }
    }

    private long endOffset(String topic) throws IOException, InterruptedException {
        TopicPartition partition = new TopicPartition(topic, 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            return admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                    .partitionResult(partition)
                    .get()
                    .offset();
        } catch (ExecutionException e) {
            throw new IOException("the end of " + partition + " is unknown", e.getCause());
        }
    }

    private static Replayed append(
            KafkaProducer<byte[], byte[]> producer, Capture file, long linesThere)
            throws IOException {
        AtomicReference<Exception> failure = new AtomicReference<>();
        List<byte[]> lines = lines(file);
        long[] times = RecordedTimes.of(lines);
        int next = Math.toIntExact(Math.min(linesThere, lines.size()));
        for (int i = next; i < lines.size(); i++) {
            // The callback tells of a failure; the future would only tell it again.
            Future<?> unused =
                    producer.send(
                            new ProducerRecord<>(file.topic(), 0, times[i], null, lines.get(i)),
                            (sent, failed) -> failure.compareAndSet(null, failed));
        }
        producer.flush();
        if (failure.get() != null) {
            throw new IOException("replaying into " + file.topic(), failure.get());
        }
        return Replayed.of((long) lines.size() - next, times);
    }

    private static List<byte[]> lines(Capture file) throws IOException {
        List<byte[]> all = new ArrayList<>();
        try (LineBytes lines = new LineBytes(file.open())) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                all.add(line);
            }
        }
        return all;
    }

    /**
     * Idempotent, one request at a time and in order: a retry can neither double nor swap lines.
     */
    private KafkaProducer<byte[], byte[]> producer() {
        Map<String, Object> settings =
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        5);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
