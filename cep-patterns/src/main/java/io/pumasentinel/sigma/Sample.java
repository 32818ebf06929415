package io.pumasentinel.sigma;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the one line that stands for an event as evidence. */
final class Sample {
    private static final int LONGEST = 512;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_UNIT = 100_000;
    private static final long UNITS = 10_000;

    private Sample() {}

    /** The address, or {@code -}. */
    static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }

    /** Cut to 512 characters, never inside a surrogate pair; line breaks become blanks. */
    static String oneLine(String text) {
        String line = text.replace('\n', ' ').replace('\r', ' ');
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = LONGEST - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end)
                + "…";
    }

    /** Up to four significant decimals, as Puma writes durations. */
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    /** As {@link #number} writes the seconds; every request that counts passes here. */
    static void appendSeconds(StringBuilder line, long nanos) {
        long seconds = nanos / NANOS_PER_SECOND;
        long rest = nanos % NANOS_PER_SECOND;
        if (rest == 0) {
            line.append(seconds);
            return;
        }
        long units = (rest + NANOS_PER_UNIT / 2) / NANOS_PER_UNIT;
        line.append(seconds + units / UNITS).append('.');
        for (long place = UNITS / 10; place > 0; place /= 10) {
            line.append((char) ('0' + units / place % 10));
        }
    }
}
