package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partition that falls silent between the pieces of a line. */
@SuppressWarnings("try") // Nothing is to be closed here.
class ResumableKafkaReaderTest {

    private static final long SILENT = PartitionPieces.SILENT_MILLIS;

    private final PumaRecordDeserializer lines =
            new PumaRecordDeserializer(IngestSettings.defaults(), Map.of());
    private final Said said = new Said();
    private final Connector connector = new Connector();
    private final ResumableKafkaReader reader =
            new ResumableKafkaReader(connector, lines, () -> connector.nowMillis);
    private final KafkaPartitionSplit split =
            new KafkaPartitionSplit(new TopicPartition("pods", 0), 8);

    @BeforeEach
    @SuppressWarnings("NullAway") // The context is not used.
    void open() {
        lines.open(null);
    }

    @Test
    void givesALineUpAfterHalfAMinuteOfSilenceAndNoSooner() throws Exception {
        piece(7);
        assertThat(pollAt(0)).isEmpty();
        assertThat(pollAt(SILENT - 1)).isEmpty();
        assertThat(lines.resumable(split)).isInstanceOf(ResumedSplit.class);

        assertThat(pollAt(SILENT)).containsExactly("whole line", "piece of a longer line");

        assertThat(said.splits).containsExactly("pods-0");
        assertThat(lines.resumable(split)).isSameAs(split);
        assertThat(pollAt(9 * SILENT)).isEmpty();
    }

    @Test
    void countsSilenceFromTheLastRecordOnAndOnlyWhereNothingIsThereToRead() throws Exception {
        piece(7);
        assertThat(pollAt(0)).isEmpty();
        connector.status = InputStatus.MORE_AVAILABLE;
        assertThat(pollAt(5 * SILENT)).as("something is there").isEmpty();
        connector.status = InputStatus.NOTHING_AVAILABLE;
        piece(8);
        assertThat(pollAt(6 * SILENT)).as("another record").isEmpty();
        assertThat(pollAt(7 * SILENT)).hasSize(2);
    }

    @Test
    void givesNothingUpThatItIsStillReadingAgain() throws Exception {
        piece(7);
        KafkaPartitionSplit checkpoint =
                lines.resumable(new KafkaPartitionSplit(split.getTopicPartition(), 20));
        open();
        reader.addSplits(List.of(checkpoint));
        piece(7);
        said.reasons.clear();
        assertThat(pollAt(0)).isEmpty();
        assertThat(pollAt(2 * SILENT)).isEmpty();
    }

    private List<String> pollAt(long nowMillis) throws Exception {
        said.reasons.clear();
        connector.nowMillis = nowMillis;
        reader.pollNext(said);
        return List.copyOf(said.reasons);
    }

    @SuppressWarnings("NullAway") // Kafka does not say that a key may be null.
    private void piece(long offset) {
        String line = "2026-11-21T19:30:00.000Z stdout P half a line ";
        lines.deserialize(
                new ConsumerRecord<>(
                        "pods",
                        0,
                        offset,
                        PumaLines.millis(1),
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        null,
                        PumaLines.bytes(line),
                        new RecordHeaders(),
                        Optional.empty()),
                new ListCollector<>(new ArrayList<>()));
    }

    /** The connector, of which nothing comes. */
    private static final class Connector implements SourceReader<PumaEvent, KafkaPartitionSplit> {

        private InputStatus status = InputStatus.NOTHING_AVAILABLE;
        private long nowMillis;

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<PumaEvent> output) {
            return status;
        }

        @Override
        public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
            return List.of();
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void addSplits(List<KafkaPartitionSplit> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }

    private static final class Said implements ReaderOutput<PumaEvent> {

        private final List<String> reasons = new ArrayList<>();
        private final List<String> splits = new ArrayList<>();

        @Override
        public void collect(PumaEvent event, long timestampMillis) {
            assertThat(timestampMillis).isEqualTo(PumaLines.millis(1));
            reasons.add(event.unparsed() == null ? "" : event.unparsed().reason());
        }

        @Override
        public void collect(PumaEvent event) {
            throw new AssertionError("without a timestamp: " + event);
        }

        @Override
        public SourceOutput<PumaEvent> createOutputForSplit(String splitId) {
            splits.add(splitId);
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
