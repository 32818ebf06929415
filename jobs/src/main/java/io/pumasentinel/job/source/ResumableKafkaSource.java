package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.KafkaSourceEnumState;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Kafka's source, with which lines that come in pieces survive a restart although no checkpoint
 * holds a byte of them: a partition with such a line is read again from the line's first piece, and
 * what had left before leaves no second time. At most {@link
 * io.pumasentinel.event.ingest.PieceJoin#MAX_LINES} records a partition are read again; without
 * pieces none. In a partition that has been silent for half a minute nothing waits.
 *
 * <p>State: as {@link KafkaSource} has it, whose state it also goes on from.
 */
public final class ResumableKafkaSource
        implements Source<PumaEvent, KafkaPartitionSplit, KafkaSourceEnumState>,
                ResultTypeQueryable<PumaEvent> {

    private static final long serialVersionUID = 1L;

    private final KafkaSource<PumaEvent> kafka;
    private final PumaRecordDeserializer lines;

    /**
     * @param lines the very deserializer with which {@code kafka} was built: copies of this source
     *     keep both together
     */
    ResumableKafkaSource(KafkaSource<PumaEvent> kafka, PumaRecordDeserializer lines) {
        this.kafka = kafka;
        this.lines = lines;
    }

    @Override
    public Boundedness getBoundedness() {
        return kafka.getBoundedness();
    }

    @Override
    public SourceReader<PumaEvent, KafkaPartitionSplit> createReader(SourceReaderContext context)
            throws Exception {
        return new ResumableKafkaReader(
                kafka.createReader(context), lines, () -> System.nanoTime() / 1_000_000);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> createEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context) {
        return kafka.createEnumerator(context);
    }

    @Override
    public SplitEnumerator<KafkaPartitionSplit, KafkaSourceEnumState> restoreEnumerator(
            SplitEnumeratorContext<KafkaPartitionSplit> context, KafkaSourceEnumState state)
            throws IOException {
        return kafka.restoreEnumerator(context, state);
    }

    @Override
    public SimpleVersionedSerializer<KafkaPartitionSplit> getSplitSerializer() {
        return new ResumedSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<KafkaSourceEnumState> getEnumeratorCheckpointSerializer() {
        return kafka.getEnumeratorCheckpointSerializer();
    }

    @Override
    public TypeInformation<PumaEvent> getProducedType() {
        return kafka.getProducedType();
    }
}
