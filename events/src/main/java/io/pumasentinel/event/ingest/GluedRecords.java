package io.pumasentinel.event.ingest;

/** Where each of several JSON objects in one line ends. Linear; strings may hold any bracket. */
final class GluedRecords {

    /** The most records of a line that are read. */
    static final int MOST = 64;

    private GluedRecords() {}

    /** Behind the object that begins at {@code from}; {@code to} if it does not end before. */
    static int end(byte[] b, int from, int to) {
        int depth = 0;
        boolean text = false;
        for (int i = from; i < to; i++) {
            byte value = b[i];
            if (text) {
                i += value == '\\' ? 1 : 0;
                text = value != '"';
            } else if (value == '"') {
                text = true;
            } else if (value == '{') {
                depth++;
            } else if (value == '}' && --depth <= 0) {
                return i + 1;
            }
        }
        return to;
    }

    /** The next byte from {@code at} on that is no blank. */
    static int next(byte[] b, int at, int to) {
        int i = at;
        while (i < to && (b[i] == ' ' || b[i] == '\t' || b[i] == '\r' || b[i] == '\n')) {
            i++;
        }
        return i;
    }
}
