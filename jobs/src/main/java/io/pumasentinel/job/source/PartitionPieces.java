package io.pumasentinel.job.source;

import io.pumasentinel.event.ingest.PieceJoin;
import org.apache.flink.connector.kafka.source.split.KafkaPartitionSplit;

/** The lines of one partition of which some pieces were read, and how to come by them again. */
final class PartitionPieces {

    /** How long a partition says nothing before lines that wait are given up. */
    static final long SILENT_MILLIS = 30_000;

    private static final long NOTHING = Long.MIN_VALUE;
    private static final long[] NONE = {};

    private final String source;
    private final PieceJoin pieces = new PieceJoin();
    private long readBefore = NOTHING;
    private long[] firstPieces = NONE;
    private long quietSince = NOTHING;
    private long recordMillis;

    PartitionPieces(String source) {
        this.source = source;
    }

    /** The source part of the partition's positions. */
    String source() {
        return source;
    }

    PieceJoin pieces() {
        return pieces;
    }

    /** A record with that time was read. */
    void read(long millis) {
        quietSince = NOTHING;
        recordMillis = millis;
    }

    /** The time of the last record. */
    long recordMillis() {
        return recordMillis;
    }

    /**
     * Whether a line waits and nothing more has come for long; to be asked where nothing is there
     * to be read.
     *
     * @param nowMillis of a clock that is only read for differences
     */
    boolean isSilent(long nowMillis) {
        if (readBefore != NOTHING || pieces.isEmpty()) {
            return false;
        }
        quietSince = quietSince == NOTHING ? nowMillis : quietSince;
        return nowMillis - quietSince >= SILENT_MILLIS;
    }

    /**
     * Whether the record's events have left before the checkpoint; to be asked before each. After
     * the last such record only those lines wait that waited then.
     */
    boolean isReadAgain(long offset) {
        if (offset < readBefore) {
            return true;
        }
        if (readBefore != NOTHING) {
            pieces.retain(firstPieces);
            readBefore = NOTHING;
            firstPieces = NONE;
        }
        return false;
    }

    void resume(KafkaPartitionSplit split) {
        if (split instanceof ResumedSplit resumed) {
            readBefore = resumed.readBefore();
            firstPieces = resumed.firstPieces();
        }
    }

    /** The split that begins at the first piece of a line that waits; the same if none waits. */
    KafkaPartitionSplit resumable(KafkaPartitionSplit split) {
        boolean again = readBefore != NOTHING;
        long[] first = again ? firstPieces : pieces.firstIndexes();
        return first.length == 0
                ? split
                : new ResumedSplit(split, again ? readBefore : split.getStartingOffset(), first);
    }
}
