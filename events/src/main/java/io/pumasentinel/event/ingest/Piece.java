package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;

/**
 * A line, or a piece of one, out of a wrapper.
 *
 * @param bytes holds the piece
 * @param from its first byte
 * @param to behind its last byte
 * @param origin whose line it is and where the piece was read
 * @param millis when the runtime got it
 * @param more whether another piece follows
 */
record Piece(byte[] bytes, int from, int to, Origin origin, long millis, boolean more) {

    /** A token of that many bytes may stand at the cut. */
    private static final int LONGEST_TOKEN = 8192;

    /**
     * Where to end a line that has lost its end: before the last token, which may be half a secret
     * that its shape does not tell any more. Digits in groups count as one token.
     */
    int safeEnd() {
        int end = to;
        int least = Math.max(from, end - LONGEST_TOKEN);
        while (end > least && !parts(bytes[end - 1])) {
            end--;
        }
        while (end > least && grouped(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    /** Where to begin a line that has lost its beginning, likewise. */
    int safeStart() {
        int start = from;
        int most = Math.min(to, start + LONGEST_TOKEN);
        while (start < most && !parts(bytes[start])) {
            start++;
        }
        while (start < most && grouped(bytes[start])) {
            start++;
        }
        return start;
    }

    Piece withoutHead() {
        return new Piece(bytes, safeStart(), to, origin, millis, more);
    }

    private static boolean parts(byte value) {
        return switch (value) {
            case ' ', '\t', '"', '\'', '&', ';', ',', '?', '(', ')', '[', ']', '{', '}', '<', '>' ->
                    true;
            default -> false;
        };
    }

    private static boolean grouped(byte value) {
        return (value >= '0' && value <= '9') || value == ' ' || value == '-';
    }
}
