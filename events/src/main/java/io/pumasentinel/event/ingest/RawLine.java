package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;

/**
 * One line as it was delivered; never a stream type. The bytes are read, not copied or changed.
 *
 * @param bytes holds the line
 * @param from the line's first byte
 * @param length bytes of the line, without its line end
 * @param origin whose line it is and where it was read
 * @param recordMillis time of the Kafka record; {@link Long#MIN_VALUE} for files
 */
public record RawLine(byte[] bytes, int from, int length, Origin origin, long recordMillis) {

    /**
     * @throws IllegalArgumentException if the range leaves the array
     */
    public RawLine {
        if (from < 0 || length < 0 || from > bytes.length - length) {
            throw new IllegalArgumentException(
                    "line outside its bytes (got from %d, length %d of %d); 0 <= from, from + length <= size"
                            .formatted(from, length, bytes.length));
        }
    }

    /** A whole array as one line. */
    public static RawLine of(byte[] bytes, Origin origin) {
        return new RawLine(bytes, 0, bytes.length, origin, Long.MIN_VALUE);
    }

    int to() {
        return from + length;
    }
}
