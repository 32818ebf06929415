package io.pumasentinel.event.ingest;

/** Status and length right of an access line's request, read from the right. */
final class Tail {

    private static final byte[] HIJACKED = {'H', 'I', 'J', 'A', 'C', 'K', 'E', 'D'};
    private static final int MAX_LENGTH_DIGITS = 18;

    private Tail() {}

    /** Reads {@code " 15"}, {@code " -"} or {@code " -1"} left of {@code to}. */
    static int responseLength(byte[] b, int from, int to, RequestDraft draft) {
        int i = to - 1;
        if (b[i] == '-') {
            return i - 1 > from && b[i - 1] == ' ' ? i - 1 : -1;
        }
        long value = 0;
        long factor = 1;
        while (i > from && digit(b[i]) && to - i <= MAX_LENGTH_DIGITS) {
            value += factor * (b[i] - '0');
            factor *= 10;
            i--;
        }
        if (b[i] == '-' && value == 1) {
            i--;
        } else {
            draft.responseBytes = value;
        }
        return i > from && i < to - 1 && b[i] == ' ' ? i : -1;
    }

    /** Reads {@code "\" 200"} or {@code "\" HIJACKED"}; where the quote stands, or -1. */
    static int status(byte[] b, int from, int to, RequestDraft draft) {
        int i = to - 1;
        if (b[i] == 'D') {
            i = to - HIJACKED.length;
            if (i <= from || !java.util.Arrays.equals(b, i, to, HIJACKED, 0, HIJACKED.length)) {
                return -1;
            }
            draft.hijacked = true;
            i--;
        } else {
            int value = 0;
            int factor = 1;
            while (i > from && digit(b[i]) && to - i <= 4) {
                value += factor * (b[i] - '0');
                factor *= 10;
                i--;
            }
            if (i == to - 1) {
                return -1;
            }
            boolean negative = b[i] == '-';
            draft.status = negative ? -value : value;
            i -= negative ? 1 : 0;
        }
        return i - 1 > from && b[i] == ' ' && b[i - 1] == '"' ? i - 1 : -1;
    }

    static boolean digit(byte value) {
        return value >= '0' && value <= '9';
    }
}
