package io.pumasentinel.job.config;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The single values that options accept: numbers, durations, names of a closed set, text. */
final class Types {

    private Types() {}

    static ValueType<Integer> integer(Range<Integer> range) {
        return new Scalar<>(
                "a whole number from " + range,
                text -> inRange(range, parseInteger(text)),
                String::valueOf);
    }

    static ValueType<Double> decimal(Range<Double> range) {
        return new Scalar<>(
                "a number from " + range,
                text -> inRange(range, parseDecimal(text)),
                String::valueOf);
    }

    /** A duration with its unit. */
    static ValueType<Duration> duration(Range<Duration> range) {
        return new Scalar<>(
                "a duration from " + range + " with a unit (ms, s, m, h, d)",
                text -> inRange(range, DurationText.parse(text)),
                DurationText::print);
    }

    static ValueType<Boolean> bool() {
        return new Scalar<>(
                "true or false",
                text -> {
                    if (!text.equals("true") && !text.equals("false")) {
                        throw new Refused("neither true nor false");
                    }
                    return Boolean.valueOf(text);
                },
                String::valueOf);
    }

    /** A name of an enum, lower-case with dashes. */
    static <E extends Enum<E>> ValueType<E> oneOf(Class<E> type) {
        Map<String, E> values = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            values.put(name(constant), constant);
        }
        return new Scalar<>(
                "one of " + String.join(", ", values.keySet()),
                text -> {
                    E value = values.get(text);
                    if (value == null) {
                        throw new Refused(
                                "unknown name"
                                        + Nearest.find(text, values.keySet())
                                                .map(near -> ", nearest is '" + near + "'")
                                                .orElse(""));
                    }
                    return value;
                },
                Types::name);
    }

    static ValueType<Instant> instant() {
        return new Scalar<>(
                "a UTC time like 2026-11-21T00:00:00Z",
                text -> {
                    try {
                        return Instant.parse(text);
                    } catch (DateTimeParseException e) {
                        throw new Refused("not a time");
                    }
                },
                Instant::toString);
    }

    /** Text that matches as a whole. */
    static ValueType<String> text(String allowed, String regex) {
        return text(allowed, regex, Function.identity());
    }

    /** Text that matches as a whole once it was brought into its normal form. */
    static ValueType<String> text(String allowed, String regex, Function<String, String> normal) {
        Pattern pattern = Pattern.compile(regex);
        return new Scalar<>(
                allowed,
                text -> {
                    String value = normal.apply(text);
                    if (value.isEmpty()) {
                        throw new Refused("empty text");
                    }
                    if (!pattern.matcher(value).matches()) {
                        throw new Refused("not of this form");
                    }
                    return value;
                },
                Function.identity());
    }

    /** As the configuration spells it. */
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int parseInteger(String text) throws Refused {
        if (!text.matches("[+-]?[0-9]+")) {
            throw new Refused("not a whole number");
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refused("out of range");
        }
    }

    private static double parseDecimal(String text) throws Refused {
        if (!text.matches("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?")) {
            throw new Refused("not a number");
        }
        return Double.parseDouble(text);
    }

    private static <T extends Comparable<T>> T inRange(Range<T> range, T value) throws Refused {
        if (!range.contains(value)) {
            throw new Refused("out of range");
        }
        return value;
    }
}
