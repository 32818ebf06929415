package io.pumasentinel.sigma;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes the one line that stands for an event as evidence. */
final class Sample {
    private static final int LONGEST = 512;

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
}
