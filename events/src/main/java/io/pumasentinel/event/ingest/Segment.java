package io.pumasentinel.event.ingest;

import static io.pumasentinel.event.ingest.SegmentScan.DASH;
import static io.pumasentinel.event.ingest.SegmentScan.DIGIT;
import static io.pumasentinel.event.ingest.SegmentScan.DOT;
import static io.pumasentinel.event.ingest.SegmentScan.HEX;
import static io.pumasentinel.event.ingest.SegmentScan.LETTER;
import static io.pumasentinel.event.ingest.SegmentScan.LOWER;
import static io.pumasentinel.event.ingest.SegmentScan.OTHER;
import static io.pumasentinel.event.ingest.SegmentScan.UPPER;

/**
 * One path segment as it appears in an endpoint template: kept if it looks like a name of the
 * application, else replaced by the kind of value it is.
 *
 * <p>What tells them apart: names have few words, few changes between letters and digits or upper
 * and lower case, and no long numbers. The lengths below are where made-up ids begin to be told
 * apart from the route names of Rails applications (see the table in {@code EndpointTableTest}).
 */
final class Segment {

    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_EXTENSION = 5;
    private static final int SHORTEST_HASH = 8;
    private static final int SHORTEST_MIXED = 12;
    private static final int SHORTEST_MIXED_LETTERS = 16;
    private static final int SHORTEST_TOKEN = 20;
    private static final int SHORTEST_RESTLESS = 8;
    private static final int MOST_TURNS = 3;
    private static final int MOST_WORDS = 4;
    private static final int LONGEST_NUMBER_OF_A_NAME = 3;
    private static final int LONGEST_VERSION = 3;

    private Segment() {}

    /** Appends the segment; the last one may keep an extension, as in {@code {id}.html}. */
    static void append(StringBuilder out, String path, int from, int to, boolean last) {
        if (to - from <= LONGEST_NAME && SegmentScan.plainWord(path, from, to)) {
            out.append(path, from, to);
            return;
        }
        int stemEnd = last ? stemEnd(path, from, to) : to;
        String kind = stemEnd == to ? "" : kind(path, from, stemEnd);
        boolean whole = kind.isEmpty() || kind.equals(OddSegment.TEXT) || kind.equals("{email}");
        if (whole) {
            kind = kind(path, from, to);
            stemEnd = kind.equals(OddSegment.TEXT) && last ? stemEnd : to;
        }
        if (kind.isEmpty()) {
            out.append(path, from, to);
        } else {
            out.append(kind).append(path, stemEnd, to);
        }
    }

    /** Where the extension's dot stands; the end if there is none. Extensions begin by a letter. */
    private static int stemEnd(String path, int from, int to) {
        for (int i = to - 1; i > from && i >= to - 1 - LONGEST_EXTENSION; i--) {
            char c = path.charAt(i);
            if (c == '.') {
                boolean letter =
                        i < to - 1 && (SegmentScan.classOf(path.charAt(i + 1)) & LETTER) != 0;
                return letter ? i : to;
            }
            if ((SegmentScan.classOf(c) & (DIGIT | LETTER)) == 0) {
                return to;
            }
        }
        return to;
    }

    /** The placeholder for a value; empty for a name. */
    private static String kind(String path, int from, int to) {
        if (from == to) {
            return "";
        }
        SegmentScan scan = SegmentScan.of(path, from, to);
        if (scan.all(DIGIT)) {
            return "{id}";
        }
        if (scan.has(OTHER)) {
            return OddSegment.kind(path, from, to, scan);
        }
        return scan.has(DIGIT) ? withDigits(path, from, scan) : withoutDigits(scan);
    }

    private static String withoutDigits(SegmentScan scan) {
        boolean restless =
                scan.length >= SHORTEST_MIXED_LETTERS && scan.caseTurns * 5 > scan.length * 2;
        // Names of words joined by underscores have capitals at most where a word begins.
        boolean prefixed =
                scan.length >= SHORTEST_MIXED && scan.words > 1 && scan.caseTurns > scan.words + 1;
        if (scan.length > LONGEST_NAME || restless || prefixed) {
            return "{token}";
        }
        return scan.words > MOST_WORDS ? "{slug}" : "";
    }

    private static String withDigits(String path, int from, SegmentScan scan) {
        if (!scan.has(LETTER | DASH)) {
            return number(scan);
        }
        if (scan.all(HEX) && scan.length >= SHORTEST_HASH) {
            return "{hash}";
        }
        if (scan.has(DASH) && Uuid.is(path, from, from + scan.length)) {
            return "{uuid}";
        }
        if (scan.has(DASH) && scan.length <= 10 && DateText.is(path, from, from + scan.length)) {
            return "{date}";
        }
        if (token(scan)) {
            return "{token}";
        }
        int digits = leadingDigits(path, from, scan.length);
        if (digits >= 1 && path.charAt(from + digits) == '-') {
            return "{id}";
        }
        return slug(scan) ? "{slug}" : "";
    }

    private static String number(SegmentScan scan) {
        if (scan.dots == 3) {
            return "{ip}";
        }
        return scan.length > LONGEST_VERSION ? "{number}" : "";
    }

    private static boolean token(SegmentScan scan) {
        boolean mixedCase = scan.has(UPPER) && scan.has(LOWER);
        boolean joined = !scan.has(DASH | DOT) && scan.has(LETTER);
        boolean restless = scan.length >= SHORTEST_RESTLESS && scan.turns > MOST_TURNS;
        if (scan.words > 1 && scan.hexWord && !mixedCase) {
            return false;
        }
        return scan.length > LONGEST_NAME
                || (mixedCase && scan.length >= SHORTEST_MIXED)
                || (joined && scan.length >= SHORTEST_TOKEN)
                || (restless && scan.words <= 2);
    }

    /** Words with a number among them, or too many for a name. */
    private static boolean slug(SegmentScan scan) {
        return scan.words > MOST_WORDS
                || scan.hexWord
                || (scan.words > 1 && scan.longestNumber > LONGEST_NUMBER_OF_A_NAME)
                || (scan.words > 2 && scan.longestNumber > 0);
    }

    /** Digits at the segment's start, fewer than its length. */
    private static int leadingDigits(String path, int from, int length) {
        int digits = 0;
        while (digits < length - 1
                && (SegmentScan.classOf(path.charAt(from + digits)) & DIGIT) != 0) {
            digits++;
        }
        return digits;
    }
}
