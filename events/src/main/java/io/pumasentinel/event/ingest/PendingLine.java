package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import java.io.ByteArrayOutputStream;

/** A line of which some pieces are there. Its bytes are as they were read: never to be stored. */
final class PendingLine {

    private final String key;
    private final Origin origin;
    private final long millis;
    private final int keptBytes;
    private final boolean torn;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(32 * 1024);

    /**
     * @param key the stream of which it is a line
     * @param first its first piece
     * @param keptBytes the most bytes that are kept
     * @param torn whether the line may have begun with pieces that were given up
     */
    PendingLine(String key, Piece first, int keptBytes, boolean torn) {
        this.key = key;
        this.origin = first.origin();
        this.millis = first.millis();
        this.keptBytes = keptBytes;
        this.torn = torn;
    }

    boolean isOf(String other) {
        return key.equals(other);
    }

    /** Whose line it is, at the place of its first piece. */
    Origin origin() {
        return origin;
    }

    /** When the first piece was got. */
    long millis() {
        return millis;
    }

    /** The pieces together; one byte more than is allowed if they are too long. */
    Piece whole() {
        byte[] all = bytes.toByteArray();
        return new Piece(all, 0, all.length, origin, millis, false);
    }

    /** Whether the line may have begun with pieces that were given up. */
    boolean torn() {
        return torn;
    }

    String key() {
        return key;
    }

    void add(Piece piece) {
        int length = Math.min(piece.to() - piece.from(), keptBytes - bytes.size());
        bytes.write(piece.bytes(), piece.from(), length);
    }
}
