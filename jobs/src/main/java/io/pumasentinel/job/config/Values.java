package io.pumasentinel.job.config;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What one block of the file says, by option; what it leaves out is at its default. */
final class Values {

    private final Map<String, Object> byName = new HashMap<>();

    <T> void put(Option<T> option, @Nullable T value) {
        if (value != null) {
            byName.put(option.name(), value);
        }
    }

    /** The value of an option that is required or has a default. */
    <T> T get(Option<T> option) {
        T value = find(option);
        if (value == null) {
            throw new NoSuchElementException(option.name());
        }
        return value;
    }

    /** The value, or null if the file leaves it out and there is no default. */
    @SuppressWarnings("unchecked") // put() is the only way in and ties the type to the option
    <T> @Nullable T find(Option<T> option) {
        return (T) byName.get(option.name());
    }
}
