package io.pumasentinel.event.ingest;

/** The {@code [PID] } that a cluster puts before its lines. */
final class PidPrefix {

    private static final int MOST_DIGITS = 9;

    private PidPrefix() {}

    /** The first byte after the prefix; {@code from} if there is none. */
    static int end(byte[] b, int from, int to) {
        if (from >= to || b[from] != '[') {
            return from;
        }
        int i = from + 1;
        while (i < to && i - from <= MOST_DIGITS && b[i] >= '0' && b[i] <= '9') {
            i++;
        }
        return i > from + 1 && i + 1 < to && b[i] == ']' && b[i + 1] == ' ' ? i + 2 : from;
    }

    /** The number in a prefix that {@link #end} found. */
    static int value(byte[] b, int from) {
        int value = 0;
        for (int i = from + 1; b[i] != ']'; i++) {
            value = value * 10 + b[i] - '0';
        }
        return value;
    }
}
