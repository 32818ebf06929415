package io.pumasentinel.event.ingest;

/**
 * Tells a path's first segment that names a language: {@code /de/…}, {@code /en-US/…}, {@code
 * /zh-Hant-TW/…}, {@code /es-419/…} (BCP 47, with {@code -} or {@code _}). Two letters alone are
 * one only if they are a common language and no common word: {@code /up}, {@code /me}, {@code /go}
 * and {@code /it} are names.
 */
final class LocaleSegment {

    private static final String COMMON =
            " ar bg ca cs da de el en es et fi fr gl he hi hu ja ko lt lv nb nl nn pl pt ro ru sk"
                    + " sl sr sv th tr uk vi zh ";
    private static final int REGION = 2;
    private static final int AREA = 3;
    private static final int SCRIPT = 4;

    private LocaleSegment() {}

    static boolean is(String path, int from, int to) {
        if (to - from < 2 || to - from > 10 || !SegmentScan.plainWord(path, from, from + 2)) {
            return false;
        }
        if (to - from == 2) {
            return common(path, from);
        }
        return mark(path.charAt(from + 2)) && parts(path, from, to);
    }

    private static boolean parts(String path, int from, int to) {
        int at = from + 3;
        while (at <= to) {
            int end = at;
            while (end < to && !mark(path.charAt(end))) {
                end++;
            }
            boolean part =
                    switch (end - at) {
                        case REGION ->
                                upper(path, at, end)
                                        || (SegmentScan.plainWord(path, at, end)
                                                && common(path, from));
                        case AREA -> digits(path, at, end);
                        case SCRIPT ->
                                upper(path, at, at + 1) && SegmentScan.plainWord(path, at + 1, end);
                        default -> false;
                    };
            if (!part) {
                return false;
            }
            at = end + 1;
        }
        return true;
    }

    private static boolean common(String path, int from) {
        int at = 0;
        while (at + 3 < COMMON.length()) {
            if (COMMON.charAt(at + 1) == path.charAt(from)
                    && COMMON.charAt(at + 2) == path.charAt(from + 1)) {
                return true;
            }
            at += 3;
        }
        return false;
    }

    private static boolean mark(char c) {
        return c == '-' || c == '_';
    }

    private static boolean upper(String path, int from, int to) {
        return within(path, from, to, 'A', 'Z');
    }

    private static boolean digits(String path, int from, int to) {
        return within(path, from, to, '0', '9');
    }

    private static boolean within(String path, int from, int to, char least, char most) {
        for (int i = from; i < to; i++) {
            if (path.charAt(i) < least || path.charAt(i) > most) {
                return false;
            }
        }
        return true;
    }
}
