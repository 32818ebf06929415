package io.pumasentinel.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One row of a series.
 *
 * @param timestampMillis milliseconds since the epoch; times without a zone are UTC
 * @param value the row's value, finite
 */
record SeriesRow(long timestampMillis, double value) {
    private static final DateTimeFormatter SPACED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /**
     * Reads {@code timestamp,value}; further columns are ignored.
     *
     * @throws Refusal naming the row, what is wrong and what is allowed
     */
    static SeriesRow parse(String line, long number) throws Refusal {
        int comma = line.indexOf(',');
        if (comma < 0) {
            throw Refusal.failed(row(number) + "no comma (got " + line + "); timestamp,value");
        }
        int next = line.indexOf(',', comma + 1);
        String time = line.substring(0, comma).strip();
        String value = line.substring(comma + 1, next < 0 ? line.length() : next).strip();
        return new SeriesRow(time(time, number), value(value, number));
    }

    /** Whether {@code line} is a row rather than a header. */
    static boolean isRow(String line) {
        try {
            parse(line, 1);
            return true;
        } catch (Refusal notARow) {
            return false;
        }
    }

    private static long time(String text, long number) throws Refusal {
        try {
            return LocalDateTime.parse(text, SPACED).toInstant(ZoneOffset.UTC).toEpochMilli();
        } catch (DateTimeException spaced) {
            return isoTime(text, number);
        }
    }

    private static long isoTime(String text, long number) throws Refusal {
        try {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        } catch (DateTimeException zoned) {
            try {
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC).toEpochMilli();
            } catch (DateTimeException local) {
                throw Refusal.failed(
                        row(number)
                                + "timestamp: not a time (got "
                                + text
                                + "); ISO such as "
                                + Instant.EPOCH
                                + " or yyyy-MM-dd HH:mm:ss");
            }
        }
    }

    private static double value(String text, long number) throws Refusal {
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw notANumber(text, number);
        }
        throw notANumber(text, number);
    }

    private static Refusal notANumber(String text, long number) {
        return Refusal.failed(
                row(number) + "value: not a number (got " + text + "); a finite number");
    }

    private static String row(long number) {
        return "standard input:" + number + ": ";
    }
}
