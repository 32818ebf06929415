package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A line as Kubernetes' container runtimes keep it: {@code 2026-11-21T19:34:51.123456789Z stdout F
 * text}, {@code P} for a piece of a longer line.
 *
 * @param from where the text begins
 * @param millis when the runtime got it
 * @param piece whether the runtime cut the line, whose next piece follows
 * @param stream {@code stdout} or {@code stderr}
 */
record CriLine(int from, long millis, boolean piece, String stream) {

    private static final int SHORTEST_TIME = 20;
    private static final int LONGEST_TIME = 35;
    private static final int STREAM = 6;

    /** The prefix at {@code from}; null if there is none. */
    static @Nullable CriLine at(byte[] b, int from, int to) {
        if (to - from < SHORTEST_TIME + STREAM + 4 || b[from + 4] != '-' || b[from + 10] != 'T') {
            return null;
        }
        int blank = from + SHORTEST_TIME;
        int last = Math.min(to - STREAM - 3, from + LONGEST_TIME + 1);
        while (blank < last && b[blank] != ' ') {
            blank++;
        }
        int tag = blank + STREAM + 2;
        if (blank >= last || !stream(b, blank + 1) || b[tag - 1] != ' ') {
            return null;
        }
        boolean piece = b[tag] == 'P';
        boolean tagged = (piece || b[tag] == 'F') && (tag + 1 == to || b[tag + 1] == ' ');
        String time = new String(b, from, blank - from, StandardCharsets.ISO_8859_1);
        long millis = tagged ? IsoTime.millis(time) : LogTime.NONE;
        return millis == LogTime.NONE
                ? null
                : new CriLine(
                        Math.min(tag + 2, to),
                        millis,
                        piece,
                        b[blank + 4] == 'o' ? "stdout" : "stderr");
    }

    private static boolean stream(byte[] b, int at) {
        boolean std = b[at] == 's' && b[at + 1] == 't' && b[at + 2] == 'd';
        boolean out = b[at + 3] == 'o' && b[at + 4] == 'u' && b[at + 5] == 't';
        boolean err = b[at + 3] == 'e' && b[at + 4] == 'r' && b[at + 5] == 'r';
        return std && (out || err);
    }
}
