package io.pumasentinel.job.config;

import java.time.Duration;

/** The allowed values of an ordered option, both ends included. */
record Range<T extends Comparable<T>>(T min, T max) {

    boolean contains(T value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    void check(String field, T value) {
        if (!contains(value)) {
            throw new InvalidOption(field, "out of range (got " + text(value) + "); from " + this);
        }
    }

    @Override
    public String toString() {
        return text(min) + " to " + text(max);
    }

    private static String text(Object value) {
        return value instanceof Duration duration
                ? DurationText.print(duration)
                : String.valueOf(value);
    }
}
