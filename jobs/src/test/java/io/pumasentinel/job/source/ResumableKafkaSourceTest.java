package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.PieceMark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplitSerializer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

/** What a reader and its checkpoints keep of lines in pieces, without a broker. */
class ResumableKafkaSourceTest {

    private static final TopicPartition PARTITION = new TopicPartition("pods", 2);
    private static final long FIRST = 100;
    private static final List<String> RECORDS = PiecesOfLines.interleaved(12, 20261121);

    @Test
    void goesOnAtEveryRecordAsIfItHadNeverStopped() throws Exception {
        var whole = new Reader(plain(FIRST));
        whole.readTo(end());
        assertThat(whole.events).filteredOn(event -> event.access() != null).hasSizeGreaterThan(24);
        for (long stop = FIRST; stop <= end(); stop++) {
            var before = new Reader(plain(FIRST));
            before.readTo(stop);
            var after = new Reader(before.checkpoint());
            after.readTo(end());
            before.events.addAll(after.events);
            assertThat(before.events).as("stopped at %d", stop).isEqualTo(whole.events);
        }
    }

    @Test
    void goesOnWhereItStopsAgainWhileItReadsAgain() throws Exception {
        var whole = new Reader(plain(FIRST));
        whole.readTo(end());
        for (long stop = FIRST; stop <= end(); stop++) {
            var first = new Reader(plain(FIRST));
            first.readTo(stop);
            KafkaPartitionSplit checkpoint = first.checkpoint();
            for (long again = checkpoint.getStartingOffset(); again <= stop; again++) {
                var second = new Reader(checkpoint);
                second.readTo(again);
                assertThat(second.events).isEmpty();
                var third = new Reader(second.checkpoint());
                third.readTo(end());
                assertThat(third.events)
                        .as("stopped at %d and %d", stop, again)
                        .isEqualTo(whole.events.subList(first.events.size(), whole.events.size()));
            }
        }
    }

    @Test
    void keepsNoByteOfAPieceInACheckpoint() throws Exception {
        int resumed = 0;
        for (long stop = FIRST; stop <= end(); stop++) {
            var reader = new Reader(plain(FIRST));
            reader.readTo(stop);
            byte[] bytes = new ResumedSplitSerializer().serialize(reader.split());
            String text = new String(bytes, StandardCharsets.ISO_8859_1);
            assertThat(text).doesNotContain("reset", PiecesOfLines.SECRET.substring(0, 3));
            assertThat(reader.events.toString()).doesNotContain("Horse", "Tr0ub");
            resumed += reader.split() instanceof ResumedSplit ? 1 : 0;
        }
        assertThat(resumed).isGreaterThan(20);
    }

    @Test
    void keepsThePlainSplitWhereNoLineWaits() throws Exception {
        var reader = new Reader(plain(FIRST));
        assertThat(reader.split()).isEqualTo(plain(FIRST)).isNotInstanceOf(ResumedSplit.class);
    }

    @Test
    void readsWhatTheConnectorAloneHasWritten() throws IOException {
        var connector = new KafkaPartitionSplitSerializer();
        KafkaPartitionSplit split = new KafkaPartitionSplit(PARTITION, 7, 9);
        assertThat(
                        new ResumedSplitSerializer()
                                .deserialize(connector.getVersion(), connector.serialize(split)))
                .isEqualTo(split);
        assertThatThrownBy(() -> new ResumedSplitSerializer().deserialize(1001, new byte[0]))
                .hasMessageContaining("got 1001");
        assertThatThrownBy(() -> new ResumedSplit(split, 7, new long[0]))
                .hasMessageContaining("got none");
    }

    private static long end() {
        return FIRST + RECORDS.size();
    }

    private static KafkaPartitionSplit plain(long offset) {
        return new KafkaPartitionSplit(PARTITION, offset);
    }

    /** The part of the source's reader that the connector leaves to us. */
    private static final class Reader {

        private final PumaRecordDeserializer lines =
                new PumaRecordDeserializer(IngestSettings.defaults(), Map.of());
        private final List<PumaEvent> events = new ArrayList<>();
        private final ListCollector<PumaEvent> out = new ListCollector<>(events);
        private long offset;

        @SuppressWarnings("NullAway") // The context is not used.
        Reader(KafkaPartitionSplit split) {
            lines.open(null);
            lines.resume(split);
            offset = split.getStartingOffset();
        }

        void readTo(long to) {
            while (offset < to) {
                String line = RECORDS.get((int) (offset - FIRST));
                lines.deserialize(record(offset++, line), out);
            }
        }

        KafkaPartitionSplit split() {
            return lines.resumable(plain(offset));
        }

        KafkaPartitionSplit checkpoint() throws IOException {
            var serializer = new ResumedSplitSerializer();
            byte[] bytes = serializer.serialize(split());
            KafkaPartitionSplit copy = serializer.deserialize(serializer.getVersion(), bytes);
            assertThat(copy).isEqualTo(split()).hasSameHashCodeAs(split());
            return copy;
        }

        @SuppressWarnings("NullAway") // Kafka does not say that a key may be null.
        private static ConsumerRecord<byte[], byte[]> record(long offset, String line) {
            return new ConsumerRecord<>(
                    PARTITION.topic(),
                    PARTITION.partition(),
                    offset,
                    PumaLines.millis(60),
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    null,
                    PumaLines.bytes(line),
                    new RecordHeaders(),
                    Optional.empty());
        }
    }

    @Test
    void countsEveryRecordOnceBetweenMarksEventsAndDeadLetters() throws Exception {
        var reader = new Reader(plain(FIRST));
        reader.readTo(end());
        long further = reader.events.stream().filter(PieceMark.FURTHER::is).count();
        long waiting =
                reader.split() instanceof ResumedSplit split ? split.firstPieces().length : 0;
        long events =
                reader.events.stream()
                        .filter(event -> !PieceMark.FURTHER.is(event))
                        .filter(event -> !PieceMark.FIRST.is(event))
                        .filter(event -> !PieceMark.WHOLE.is(event))
                        .count();
        assertThat(events + further + waiting).isEqualTo(RECORDS.size());
        assertThat(waiting).as("the line without an end").isEqualTo(1);
    }
}
