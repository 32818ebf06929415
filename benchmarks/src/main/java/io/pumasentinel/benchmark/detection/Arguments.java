package io.pumasentinel.benchmark.detection;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What follows a benchmark's name: {@code --name value}, or {@code --name} alone for switches.
 *
 * @param values by name without dashes; a switch's is empty
 */
public record Arguments(Map<String, String> values) {

    public Arguments {
        values = Map.copyOf(values);
    }

    /**
     * Reads them.
     *
     * @throws IllegalArgumentException if one is not among {@code options} or {@code switches}, or
     *     its value is missing
     */
    public static Arguments of(String[] given, Set<String> options, Set<String> switches) {
        Map<String, String> values = new TreeMap<>();
        for (int i = 0; i < given.length; i++) {
            String name = given[i].startsWith("--") ? given[i].substring(2) : "";
            if (switches.contains(name)) {
                values.put(name, "");
            } else if (options.contains(name) && i + 1 < given.length) {
                values.put(name, given[++i]);
            } else {
                throw new IllegalArgumentException(
                        "arguments: not known, or without its value (got "
                                + given[i]
                                + "); options "
                                + options
                                + ", switches "
                                + switches);
            }
        }
        return new Arguments(values);
    }

    /** Whether the switch was given. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** The option's value. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** The option's value as a whole number. */
    public long number(String name, long otherwise) {
        return text(name).map(Long::parseLong).orElse(otherwise);
    }
}
