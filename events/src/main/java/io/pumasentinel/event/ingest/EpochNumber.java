package io.pumasentinel.event.ingest;

/**
 * Times as numbers since 1970: seconds, milliseconds, microseconds or nanoseconds, told apart by
 * their size, with a fraction or without, also after nginx's {@code t=}. Numbers below 100 million
 * (1973) are no times.
 */
final class EpochNumber {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long LEAST_SECONDS = 100_000_000L;
    private static final int MOST_DIGITS = 19;

    private EpochNumber() {}

    /** Nanoseconds since the epoch; {@link LogTime#NONE} if the text is no such number. */
    static long nanos(String text) {
        int from = text.startsWith("t=") ? 2 : 0;
        int dot = text.indexOf('.', from);
        int end = dot < 0 ? text.length() : dot;
        long whole = digits(text, from, end);
        if (whole < LEAST_SECONDS || (dot >= 0 && dot + 1 == text.length())) {
            return LogTime.NONE;
        }
        long unit = NANOS_PER_SECOND;
        for (long size = whole; size >= 1000 * LEAST_SECONDS && unit > 1; size /= 1000) {
            unit /= 1000;
        }
        if (whole > Long.MAX_VALUE / unit - 1) {
            return LogTime.NONE;
        }
        long fraction = dot < 0 ? 0 : fraction(text, dot + 1, unit);
        return fraction < 0 ? LogTime.NONE : whole * unit + fraction;
    }

    /** The same in milliseconds; {@link LogTime#NONE} if the text is no such number. */
    static long millis(String text) {
        long nanos = nanos(text);
        return nanos == LogTime.NONE ? LogTime.NONE : nanos / 1_000_000;
    }

    private static long digits(String text, int from, int to) {
        if (to <= from || to - from > MOST_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9 || value > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** What the digits behind the dot are worth; -1 if one of them is no digit. */
    private static long fraction(String text, int from, long unit) {
        long scale = unit;
        long value = 0;
        for (int i = from; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            scale /= 10;
            value += digit * scale;
        }
        return value;
    }
}
