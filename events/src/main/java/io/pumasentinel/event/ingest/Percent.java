package io.pumasentinel.event.ingest;

/** Percent-encoding's two hexadecimal digits. */
final class Percent {

    private Percent() {}

    /** The byte that two hexadecimal digits mean, 0 to 255; -1 if one of them is none. */
    static int value(char first, char second) {
        int high = digit(first);
        int low = digit(second);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }

    /**
     * The character at {@code at}, encoded however often ({@code w}, {@code %77}, {@code %2577}),
     * and where the next one begins, as {@code end << 32 | character}.
     */
    static long deep(String text, int at, int to) {
        char c = text.charAt(at);
        int i = at + 1;
        while (c == '%' && i + 1 < to) {
            int value = value(text.charAt(i), text.charAt(i + 1));
            if (value < 0) {
                break;
            }
            c = (char) value;
            i += 2;
        }
        return (long) i << 32 | c;
    }
}
