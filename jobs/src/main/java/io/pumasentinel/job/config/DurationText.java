package io.pumasentinel.job.config;

import java.time.Duration;
import java.util.Optional;

/** Durations as people write them in the file: a whole number and a unit, like {@code 15m}. */
public final class DurationText {

    private static final String[] UNITS = {"d", "h", "m", "s", "ms"};
    private static final long[] MILLIS = {86_400_000, 3_600_000, 60_000, 1_000, 1};

    private DurationText() {}

    /** Reads one; empty if it is none. */
    public static Optional<Duration> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (Refused none) {
            return Optional.empty();
        }
    }

    static Duration parse(String text) throws Refused {
        for (int unit = UNITS.length - 1; unit >= 0; unit--) {
            if (text.endsWith(UNITS[unit])) {
                String number = text.substring(0, text.length() - UNITS[unit].length()).strip();
                if (number.matches("[0-9]{1,9}")) {
                    return Duration.ofMillis(Long.parseLong(number) * MILLIS[unit]);
                }
            }
        }
        throw new Refused(text.matches("[0-9]+") ? "a duration without a unit" : "not a duration");
    }

    /** In the largest unit that holds it without a fraction. */
    static String print(Duration duration) {
        long millis = duration.toMillis();
        for (int unit = 0; millis != 0 && unit < UNITS.length; unit++) {
            if (millis % MILLIS[unit] == 0) {
                return millis / MILLIS[unit] + UNITS[unit];
            }
        }
        return "0s";
    }
}
