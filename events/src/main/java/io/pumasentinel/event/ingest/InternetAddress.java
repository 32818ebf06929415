package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address as two longs; IPv4 is held as IPv4-mapped IPv6, so both compare alike.
 *
 * @param high the first eight bytes
 * @param low the last eight bytes
 */
record InternetAddress(long high, long low) {

    private static final long MAPPED = 0xFFFF_0000_0000L;
    static final int GROUPS = 8;

    /**
     * Reads one address out of a forwarded list: blanks, quotes, a port, brackets and a zone id are
     * dropped; null if what remains is no address. IPv4 numbers with leading zeros are none,
     * because readers disagree on them.
     */
    static @Nullable InternetAddress parse(CharSequence text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && blank(text.charAt(start))) {
            start++;
        }
        while (end > start && blank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end && text.charAt(start) == '[') {
            int close = indexOf(text, ']', start, end);
            if (close < 0) {
                return null;
            }
            boolean six = indexOf(text, ':', start, close) >= 0;
            return six ? parseV6(text, start + 1, close) : parseV4(text, start + 1, close);
        }
        int colon = indexOf(text, ':', start, end);
        if (colon < 0) {
            return parseV4(text, start, end);
        }
        boolean single = indexOf(text, ':', colon + 1, end) < 0;
        return single ? parseV4(text, start, colon) : parseV6(text, start, end);
    }

    static @Nullable InternetAddress parse(String text) {
        return parse(text, 0, text.length());
    }

    boolean isLoopback() {
        return high == 0 && (low == 1 || (isV4() && (low >>> 24 & 0xFF) == 127));
    }

    boolean isV4() {
        return high == 0 && (low & 0xFFFF_FFFF_0000_0000L) == MAPPED;
    }

    @Override
    public String toString() {
        return isV4() ? v4Text() : v6Text();
    }

    private String v4Text() {
        return ((low >>> 24) & 0xFF)
                + "."
                + ((low >>> 16) & 0xFF)
                + "."
                + ((low >>> 8) & 0xFF)
                + "."
                + (low & 0xFF);
    }

    /** RFC 5952: lower case, the longest run of two or more zero groups shortened. */
    private String v6Text() {
        int bestStart = -1;
        int bestLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int run = 0;
            while (i + run < GROUPS && group(i + run) == 0) {
                run++;
            }
            if (run > bestLength) {
                bestStart = i;
                bestLength = run;
            }
            i += run;
        }
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < GROUPS; i++) {
            if (i == bestStart) {
                out.append("::");
                i += bestLength - 1;
                continue;
            }
            if (i > 0 && out.charAt(out.length() - 1) != ':') {
                out.append(':');
            }
            out.append(Integer.toHexString(group(i)));
        }
        return out.toString();
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xFFFF;
    }

    private static @Nullable InternetAddress parseV4(CharSequence text, int from, int to) {
        long value = v4Value(text, from, to);
        return value < 0 ? null : new InternetAddress(0, MAPPED | value);
    }

    /** The 32 bits, or -1 if the text is no dotted quad. */
    static long v4Value(CharSequence text, int from, int to) {
        if (to - from < 7 || to - from > 15) {
            return -1;
        }
        long value = 0;
        int number = -1;
        int dots = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '.' && number >= 0 && dots < 3) {
                value = value << 8 | number;
                number = -1;
                dots++;
            } else if (c >= '0' && c <= '9' && number != 0) {
                number = number < 0 ? c - '0' : number * 10 + c - '0';
                if (number > 255) {
                    return -1;
                }
            } else {
                return -1;
            }
        }
        return dots == 3 && number >= 0 ? value << 8 | number : -1;
    }

    private static @Nullable InternetAddress parseV6(CharSequence text, int from, int to) {
        int zone = indexOf(text, '%', from, to);
        int end = zone < 0 ? to : zone;
        if (end - from < 2 || end - from > 45) {
            return null;
        }
        return new V6Reader(text, from, end).read();
    }

    static boolean blank(char c) {
        return c == ' ' || c == '\t' || c == '"';
    }

    private static int indexOf(CharSequence text, char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
        }
        return -1;
    }
}
