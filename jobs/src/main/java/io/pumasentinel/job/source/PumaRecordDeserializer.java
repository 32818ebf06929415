package io.pumasentinel.job.source;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineContext;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Turns every Kafka record, one line each, into its events; never fails on any bytes. Records
 * without a value make none.
 *
 * <p>Remembers nothing but the pieces of lines that are not whole yet, and those in no checkpoint:
 * they are read again ({@link ResumableKafkaSource}). So what is read again after a restart becomes
 * the same events, and a line without a time keeps {@link PumaEvent#NO_TIME} until {@link
 * PlaceOperator}, whose memory is part of the checkpoint. A time more than five minutes ahead of
 * its record's becomes a dead letter here, before it can move a watermark.
 */
public final class PumaRecordDeserializer implements KafkaRecordDeserializationSchema<PumaEvent> {

    private static final long serialVersionUID = 1L;

    private final IngestSettings settings;
    private final HashMap<String, TopicOrigin> origins;
    private transient @Nullable LineIngest ingest;
    private transient @Nullable Map<TopicPartition, PartitionPieces> partitions;

    /**
     * Reads with these settings.
     *
     * @param origins service and host by topic; {@link TopicOrigin#DEFAULT} for others
     */
    public PumaRecordDeserializer(IngestSettings settings, Map<String, TopicOrigin> origins) {
        this.settings = settings;
        this.origins = new HashMap<>(origins);
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        ingest = new LineIngest(settings);
        partitions = new HashMap<>();
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<PumaEvent> out) {
        byte[] value = message.value();
        LineIngest lines = ingest;
        if (lines == null) {
            throw new IllegalStateException("used before Flink opened it");
        }
        PartitionPieces partition = partition(message.topic(), message.partition());
        partition.read(message.timestamp());
        boolean again = partition.isReadAgain(message.offset());
        if (value != null) {
            Origin origin = origin(message, partition.source());
            var line = new RawLine(value, 0, value.length, origin, message.timestamp());
            Consumer<PumaEvent> events =
                    event -> out.collect(believable(event, message.timestamp()));
            lines.ingest(line, partition.pieces(), again ? event -> {} : events);
        }
    }

    /**
     * Hands out what there is of lines in partitions that have long been silent; to be called where
     * nothing is there to be read. Otherwise such a line would be read again after every restart,
     * also when Kafka has deleted it.
     *
     * @param nowMillis of a clock that is only read for differences
     */
    void giveUpSilent(long nowMillis, ReaderOutput<PumaEvent> out) {
        LineIngest lines = ingest;
        Map<TopicPartition, PartitionPieces> known = partitions;
        if (lines == null || known == null) {
            return;
        }
        known.forEach(
                (name, partition) -> {
                    if (partition.isSilent(nowMillis)) {
                        SourceOutput<PumaEvent> split =
                                out.createOutputForSplit(KafkaPartitionSplit.toSplitId(name));
                        lines.end(
                                partition.pieces(),
                                event -> split.collect(event, partition.recordMillis()));
                    }
                });
    }

    /** Goes on where a checkpoint stopped. */
    void resume(KafkaPartitionSplit split) {
        partition(split.getTopic(), split.getPartition()).resume(split);
    }

    /** What the checkpoint must keep of the partition, which was read up to the split's start. */
    KafkaPartitionSplit resumable(KafkaPartitionSplit split) {
        return partition(split.getTopic(), split.getPartition()).resumable(split);
    }

    @Override
    public TypeInformation<PumaEvent> getProducedType() {
        return TypeInformation.of(PumaEvent.class);
    }

    private Origin origin(ConsumerRecord<byte[], byte[]> message, String source) {
        TopicOrigin origin = origins.getOrDefault(message.topic(), TopicOrigin.DEFAULT);
        return new Origin(
                origin.service(), origin.host(), new Position(source, message.offset(), false));
    }

    private PartitionPieces partition(String topic, int number) {
        Map<TopicPartition, PartitionPieces> known = partitions;
        if (known == null) {
            throw new IllegalStateException("used before Flink opened it");
        }
        return known.computeIfAbsent(
                new TopicPartition(topic, number),
                partition -> new PartitionPieces(Position.ofRecord(topic, number, 0).source()));
    }

    private static PumaEvent believable(PumaEvent event, long recordMillis) {
        return event.timestampMillis() == PumaEvent.NO_TIME
                ? event
                : new LineContext(true, PumaEvent.NO_TIME).place(event, recordMillis);
    }
}
