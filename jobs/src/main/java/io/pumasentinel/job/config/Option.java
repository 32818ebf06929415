package io.pumasentinel.job.config;

import org.jspecify.annotations.Nullable;

/**
 * One option of the file: the only place that knows its name, what it accepts, its default and its
 * sentence in the reference.
 *
 * @param name lower-case with dashes
 * @param type what it accepts
 * @param need when it may not be missing
 * @param fallback its value when the file leaves it out; null: nothing
 * @param about one sentence for the reference
 */
record Option<T>(String name, ValueType<T> type, Need need, @Nullable T fallback, String about) {

    /** When an option may not be missing. */
    enum Need {
        NEVER,
        LIVE,
        ALWAYS
    }

    static <T> Option<T> of(String name, ValueType<T> type, T fallback, String about) {
        return new Option<>(name, type, Need.NEVER, fallback, about);
    }

    /** An option without a default. */
    static <T> Option<T> optional(String name, ValueType<T> type, String about) {
        return new Option<>(name, type, Need.NEVER, null, about);
    }

    /** An option that a live run needs; {@code fallback} is what the others get. */
    static <T> Option<T> live(String name, ValueType<T> type, T fallback, String about) {
        return new Option<>(name, type, Need.LIVE, fallback, about);
    }

    static <T> Option<T> required(String name, ValueType<T> type, String about) {
        return new Option<>(name, type, Need.ALWAYS, null, about);
    }

    boolean isRequired(Reading reading) {
        return need == Need.ALWAYS || (need == Need.LIVE && reading.isLive());
    }
}
