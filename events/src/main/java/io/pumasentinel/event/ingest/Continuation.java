package io.pumasentinel.event.ingest;

/**
 * Recognises lines that belong to the line before: indented ones, frames of a backtrace, headers
 * that Puma dumps with a parse error, the end of an inspected error.
 */
final class Continuation {

    static final String REASON = Unreadable.CONTINUATION.text();

    private static final int LONGEST_HEADER = 256;

    private Continuation() {}

    /** Whether the line, known to be no event by itself, continues another. */
    static boolean is(byte[] b, int from, int to) {
        int at = PidPrefix.end(b, from, to);
        if (at >= to) {
            return false;
        }
        return b[at] == ' '
                || b[at] == '\t'
                || header(b, at, to)
                || RequestTag.end(b, at, to) == to
                || content(b, at, to);
    }

    /**
     * The colon behind the name of a dumped header, {@code X_API_KEY: abc}; -1 if the line is none.
     * One word alone may be part of a message, as in PostgreSQL's {@code DETAIL: Key exists}.
     */
    static int dumpedName(byte[] b, int from, int to) {
        int start = PidPrefix.end(b, from, to);
        if (!header(b, start, to)) {
            return -1;
        }
        boolean words = false;
        int i = start;
        while (b[i] != ':') {
            words |= b[i] == '_';
            i++;
        }
        return words ? i : -1;
    }

    /** {@code X_FORWARDED_FOR: 1.1.1.1}; one word of capitals would also be a log level. */
    private static boolean header(byte[] b, int from, int to) {
        int i = from;
        while (i < to && i - from < LONGEST_HEADER && headerByte(b[i])) {
            i++;
        }
        boolean named = i > from && i + 1 < to && b[i] == ':' && b[i + 1] == ' ';
        return named && !level(b, from, i);
    }

    private static boolean headerByte(byte value) {
        return (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9') || value == '_';
    }

    private static boolean level(byte[] b, int from, int to) {
        return switch (new String(b, from, to - from, java.nio.charset.StandardCharsets.US_ASCII)) {
            case "TRACE", "DEBUG", "INFO", "NOTICE", "WARN", "WARNING", "ERROR", "FATAL" -> true;
            default -> false;
        };
    }

    private static boolean content(byte[] b, int from, int to) {
        boolean opened = false;
        for (int i = from; i < to; i++) {
            opened |= b[i] == '<';
            boolean frame =
                    b[i] == ':'
                            && i + 4 < to
                            && b[i + 1] == 'i'
                            && b[i + 2] == 'n'
                            && b[i + 3] == ' '
                            && (b[i + 4] == '`' || b[i + 4] == '\'');
            if (frame) {
                return true;
            }
        }
        return b[to - 1] == '>' && !opened;
    }
}
