package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceEvent;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;
import org.apache.flink.core.io.InputStatus;

/**
 * The connector's reader, whose partitions begin in a checkpoint where the first line begins that
 * is not whole. The deserializer is the reader's own and is called in the reader's thread.
 */
@SuppressWarnings("try") // Closing the connector may be interrupted.
final class ResumableKafkaReader implements SourceReader<PumaEvent, KafkaPartitionSplit> {

    private final SourceReader<PumaEvent, KafkaPartitionSplit> reader;
    private final PumaRecordDeserializer lines;
    private final LongSupplier nowMillis;

    /**
     * @param nowMillis a clock that is only read for differences
     */
    ResumableKafkaReader(
            SourceReader<PumaEvent, KafkaPartitionSplit> reader,
            PumaRecordDeserializer lines,
            LongSupplier nowMillis) {
        this.reader = reader;
        this.lines = lines;
        this.nowMillis = nowMillis;
    }

    @Override
    public void start() {
        reader.start();
    }

    @Override
    public InputStatus pollNext(ReaderOutput<PumaEvent> output) throws Exception {
        InputStatus status = reader.pollNext(output);
        if (status == InputStatus.NOTHING_AVAILABLE) {
            // The connector looks every ten seconds even where nothing comes.
            lines.giveUpSilent(nowMillis.getAsLong(), output);
        }
        return status;
    }

    @Override
    public List<KafkaPartitionSplit> snapshotState(long checkpointId) {
        return reader.snapshotState(checkpointId).stream().map(lines::resumable).toList();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return reader.isAvailable();
    }

    @Override
    public void addSplits(List<KafkaPartitionSplit> splits) {
        splits.forEach(lines::resume);
        reader.addSplits(splits);
    }

    @Override
    public void notifyNoMoreSplits() {
        reader.notifyNoMoreSplits();
    }

    @Override
    public void handleSourceEvents(SourceEvent sourceEvent) {
        reader.handleSourceEvents(sourceEvent);
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        reader.notifyCheckpointComplete(checkpointId);
    }

    @Override
    public void notifyCheckpointAborted(long checkpointId) throws Exception {
        reader.notifyCheckpointAborted(checkpointId);
    }

    @Override
    public void pauseOrResumeSplits(
            Collection<String> splitsToPause, Collection<String> splitsToResume) {
        reader.pauseOrResumeSplits(splitsToPause, splitsToResume);
    }

    @Override
    public void close() throws Exception {
        reader.close();
    }
}
