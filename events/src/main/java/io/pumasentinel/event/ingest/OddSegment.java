package io.pumasentinel.event.ingest;

import static io.pumasentinel.event.ingest.SegmentScan.LETTER;

/**
 * Kinds of segments with a character that no route name has: {@code @}, {@code ,}, {@code %}, ….
 */
final class OddSegment {

    static final String TEXT = "{text}";

    private static final int SHORTEST_PADDED = 8;

    private OddSegment() {}

    static String kind(String path, int from, int to, SegmentScan scan) {
        if (DateText.leads(path, from, to)) {
            return "{date}";
        }
        if (email(path, from, to)) {
            return "{email}";
        }
        if (!scan.has(LETTER) && coordinates(path, from, to)) {
            return "{coordinates}";
        }
        return padded(path, from, to) ? "{token}" : TEXT;
    }

    /** Text, an at sign (also encoded), text with a dot. */
    private static boolean email(String path, int from, int to) {
        int at = path.indexOf('@', from);
        int after = at + 1;
        if (at < 0 || at >= to) {
            at = path.indexOf("%40", from);
            after = at + 3;
        }
        int dot = at < 0 ? -1 : path.indexOf('.', after);
        return at > from && dot > after && dot < to - 1;
    }

    /** Numbers around commas, at least one with a fraction: {@code 48.85,-2.35}. */
    private static boolean coordinates(String path, int from, int to) {
        boolean comma = false;
        boolean dot = false;
        for (int i = from; i < to; i++) {
            char c = path.charAt(i);
            comma |= c == ',';
            dot |= c == '.';
            if (c != ',' && c != '.' && c != '-' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return comma && dot;
    }

    /** Base64 with its padding. */
    private static boolean padded(String path, int from, int to) {
        int end = to;
        while (end > from && path.charAt(end - 1) == '=') {
            end--;
        }
        boolean token = end < to && to - end <= 2 && to - from >= SHORTEST_PADDED;
        for (int i = from; i < end && token; i++) {
            token = (SegmentScan.classOf(path.charAt(i)) & SegmentScan.OTHER) == 0;
        }
        return token;
    }
}
