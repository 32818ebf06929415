package io.pumasentinel.event.ingest;

/**
 * One path segment as it appears in an endpoint template: kept if it looks like a name of the
 * application, else replaced by the kind of value it is.
 */
final class Segment {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EXTENSION = 5;
    private static final int SHORTEST_HASH = 8;
    private static final int SHORTEST_MIXED = 12;
    private static final int SHORTEST_TOKEN = 20;

    private static final int DIGIT = 1;
    private static final int HEX = 2;
    private static final int LOWER = 4;
    private static final int UPPER = 8;
    private static final int DASH = 16;
    private static final int DOT = 32;
    private static final int OTHER = 64;

    private static final byte[] CLASSES = classes();

    private Segment() {}

    /** Appends the segment; the last one may keep an extension, as in {@code {id}.html}. */
    static void append(StringBuilder out, String path, int from, int to, boolean last) {
        int stemEnd = last ? stemEnd(path, from, to) : to;
        String kind = kind(path, from, stemEnd);
        if (kind.isEmpty()) {
            kind = stemEnd == to ? "" : kind(path, from, to);
            stemEnd = to;
        }
        if (kind.isEmpty()) {
            out.append(path, from, to);
        } else {
            out.append(kind).append(path, stemEnd, to);
        }
    }

    /** Where the extension's dot stands; the end if there is none. */
    private static int stemEnd(String path, int from, int to) {
        for (int i = to - 1; i > from && i >= to - 1 - LONGEST_EXTENSION; i--) {
            char c = path.charAt(i);
            if (c == '.') {
                return i == to - 1 ? to : i;
            }
            if ((classOf(c) & (DIGIT | LOWER | UPPER | HEX)) == 0) {
                return to;
            }
        }
        return to;
    }

    /** The placeholder for a value; empty for a name. */
    private static String kind(String path, int from, int to) {
        int length = to - from;
        int seen = 0;
        int common = DIGIT | HEX;
        for (int i = from; i < to; i++) {
            int type = classOf(path.charAt(i));
            seen |= type;
            common &= type;
        }
        if (length == 0) {
            return "";
        }
        if ((common & DIGIT) != 0) {
            return "{id}";
        }
        if ((seen & OTHER) != 0) {
            return "{text}";
        }
        return (seen & DIGIT) == 0
                ? length > LONGEST_NAME ? "{token}" : ""
                : withDigits(path, from, length, seen, common);
    }

    private static String withDigits(String path, int from, int length, int seen, int common) {
        if ((common & HEX) != 0 && length >= SHORTEST_HASH) {
            return "{hash}";
        }
        if ((seen & DASH) != 0 && length == 36 && uuid(path, from)) {
            return "{uuid}";
        }
        if ((seen & DASH) != 0 && date(path, from, length)) {
            return "{date}";
        }
        boolean mixedCase = (seen & UPPER) != 0 && (seen & LOWER) != 0;
        boolean joined = (seen & DASH) == 0 && (seen & (LOWER | UPPER)) != 0;
        boolean token =
                length > LONGEST_NAME
                        || (mixedCase && length >= SHORTEST_MIXED)
                        || (joined && length >= SHORTEST_TOKEN);
        if (token) {
            return "{token}";
        }
        int digits = leadingDigits(path, from, length);
        return digits >= 1 && path.charAt(from + digits) == '-' ? "{id}" : "";
    }

    private static boolean uuid(String path, int from) {
        for (int i = 0; i < 36; i++) {
            char c = path.charAt(from + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : (classOf(c) & HEX) == 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code 2026-11} or {@code 2026-11-21}. */
    private static boolean date(String path, int from, int length) {
        if (length != 7 && length != 10) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = path.charAt(from + i);
            if ((i == 4 || i == 7) ? c != '-' : (classOf(c) & DIGIT) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Digits at the segment's start, fewer than its length. */
    private static int leadingDigits(String path, int from, int length) {
        int digits = 0;
        while (digits < length - 1 && (classOf(path.charAt(from + digits)) & DIGIT) != 0) {
            digits++;
        }
        return digits;
    }

    private static int classOf(char c) {
        return c < 128 ? CLASSES[c] : OTHER;
    }

    private static byte[] classes() {
        byte[] classes = new byte[128];
        java.util.Arrays.fill(classes, (byte) OTHER);
        for (char c = '0'; c <= '9'; c++) {
            classes[c] = DIGIT | HEX;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            classes[c] = (byte) (c <= 'f' ? LOWER | HEX : LOWER);
            classes[c - 32] = (byte) (c <= 'f' ? UPPER | HEX : UPPER);
        }
        classes['-'] = DASH;
        classes['_'] = DASH;
        classes['.'] = DOT;
        classes['~'] = DOT;
        return classes;
    }
}
