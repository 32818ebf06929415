package io.pumasentinel.cli.review;

import io.pumasentinel.event.Level;
import java.time.Instant;

/** What stands at one place of a table. */
public sealed interface Cell {

    /** Any text, also one that a visitor sent: whoever prints it must escape it; may be empty. */
    record Text(String value) implements Cell {}

    /** A number with its unit; NaN: not known. */
    record Quantity(double value, Unit unit) implements Cell {}

    /** An instant. */
    record Moment(Instant time) implements Cell {}

    /** A level. */
    record Grade(Level level) implements Cell {}

    /** The runbook of a rule, if the rule has one; empty: none. */
    record Runbook(String rule) implements Cell {}

    /** A text. */
    static Cell text(String value) {
        return new Text(value);
    }

    /** A whole number. */
    static Cell count(double number) {
        return new Quantity(number, Unit.COUNT);
    }

    /** A whole number. */
    static Cell count(long number) {
        return count((double) number);
    }

    /** A share in [0,1]; not known where the whole is zero. */
    static Cell share(double part, double whole) {
        return new Quantity(part / whole, Unit.SHARE);
    }

    /** Seconds. */
    static Cell seconds(double number) {
        return new Quantity(number, Unit.SECONDS);
    }

    /** An instant in milliseconds since 1970; not known: an empty text. */
    static Cell moment(double millis) {
        return Double.isNaN(millis)
                ? new Text("")
                : new Moment(Instant.ofEpochMilli((long) millis));
    }
}
