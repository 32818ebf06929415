package io.pumasentinel.event.ingest;

/** Tells a calendar day or month in a path by its shape. */
final class DateText {

    private DateText() {}

    /** {@code 2026-11}, {@code 2026-11-21} or with underscores. */
    static boolean is(String path, int from, int to) {
        int length = to - from;
        if (length != 7 && length != 10) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = path.charAt(from + i);
            boolean mark = i == 4 || i == 7;
            if (mark ? c != '-' && c != '_' : c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** Whether a day begins {@code path[from, to)} and a time follows. */
    static boolean leads(String path, int from, int to) {
        return to - from > 11
                && is(path, from, from + 10)
                && (path.charAt(from + 10) == 'T' || path.charAt(from + 10) == '%');
    }
}
