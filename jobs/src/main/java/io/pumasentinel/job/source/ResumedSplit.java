package io.pumasentinel.job.source;

import java.util.Arrays;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/**
 * A partition that is to be read again from the first piece of a line that was not whole at the
 * checkpoint: the checkpoint holds where the pieces are and not what they say.
 */
final class ResumedSplit extends KafkaPartitionSplit {

    private final long readBefore;
    private final long[] firstPieces;

    /**
     * @param split the partition as the connector keeps it
     * @param readBefore the offset of the first record whose events have not left
     * @param firstPieces offsets of the first pieces of all lines that wait, in ascending order
     * @throws IllegalArgumentException if no line waits
     */
    ResumedSplit(KafkaPartitionSplit split, long readBefore, long[] firstPieces) {
        super(
                split.getTopicPartition(),
                first(firstPieces),
                split.getStoppingOffset().orElse(NO_STOPPING_OFFSET));
        this.readBefore = readBefore;
        this.firstPieces = firstPieces.clone();
    }

    long readBefore() {
        return readBefore;
    }

    long[] firstPieces() {
        return firstPieces.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResumedSplit that
                && super.equals(that)
                && readBefore == that.readBefore
                && Arrays.equals(firstPieces, that.firstPieces);
    }

    @Override
    public int hashCode() {
        return 31 * super.hashCode() + Arrays.hashCode(firstPieces);
    }

    private static long first(long[] firstPieces) {
        if (firstPieces.length == 0) {
            throw new IllegalArgumentException("first pieces (got none); at least one");
        }
        return firstPieces[0];
    }
}
