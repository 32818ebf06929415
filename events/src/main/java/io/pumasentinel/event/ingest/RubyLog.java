package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * The prefix {@code I, [2026-11-21T19:56:34.534921 #8070] INFO -- : } of Ruby's logger and the tag
 * behind it; both may be missing. The time is the process's local one without a zone, so it only
 * serves together with a time that has one.
 *
 * @param textAt where the text begins
 * @param pid the process; -1 without a prefix
 * @param fatal whether the severity is the highest
 * @param millis the time as if it were UTC; {@link LogTime#NONE} without a prefix
 * @param tag the request id; null if there is none
 */
record RubyLog(int textAt, int pid, boolean fatal, long millis, @Nullable String tag) {

    private static final int TIME_AT = 4;
    private static final int TIME_LENGTH = 26;

    static RubyLog of(byte[] b, int from, int to) {
        int at = from;
        int pid = -1;
        long millis = LogTime.NONE;
        if (prefixed(b, from, to)) {
            int hash = from + TIME_AT + TIME_LENGTH + 1;
            int close = hash + 1;
            pid = 0;
            while (close < to && b[close] >= '0' && b[close] <= '9' && pid < 100_000_000) {
                pid = pid * 10 + b[close++] - '0';
            }
            int text = text(b, close, to);
            millis = LogTime.local(b, from + TIME_AT);
            at = text < 0 ? from : text;
            pid = text < 0 ? -1 : pid;
        }
        int end = RequestTag.end(b, at, to);
        String tag = end == at ? null : LogText.of(b, at + 1, end - 1);
        int textAt = end < to && end > at && b[end] == ' ' ? end + 1 : end;
        return new RubyLog(textAt, pid, at > from && b[from] == 'F', millis, tag);
    }

    private static boolean prefixed(byte[] b, int from, int to) {
        int hash = from + TIME_AT + TIME_LENGTH + 1;
        return hash < to
                && "DIWEFA".indexOf(b[from]) >= 0
                && b[from + 1] == ','
                && b[from + 2] == ' '
                && b[from + 3] == '['
                && b[hash] == '#'
                && b[hash - 1] == ' ';
    }

    /** Behind {@code ] INFO -- name: }; -1 if that does not follow. */
    private static int text(byte[] b, int from, int to) {
        for (int i = from; i + 4 <= to && i - from < 16; i++) {
            if (b[i] == ' ' && b[i + 1] == '-' && b[i + 2] == '-' && b[i + 3] == ' ') {
                int colon = i + 4;
                while (colon < to && colon - i < 64 && b[colon] != ':') {
                    colon++;
                }
                boolean found = colon < to && b[colon] == ':';
                return found ? Math.min(to, colon + 2) : -1;
            }
        }
        return -1;
    }
}
