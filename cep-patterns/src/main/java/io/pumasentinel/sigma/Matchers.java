package io.pumasentinel.sigma;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The building blocks that conditions are compiled to. */
final class Matchers {
    private Matchers() {}

    static Matcher all(List<Matcher> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Matcher[] array = parts.toArray(Matcher[]::new);
        Matcher all =
                view -> {
                    for (Matcher part : array) {
                        if (!part.matches(view)) {
                            return false;
                        }
                    }
                    return true;
                };
        return NeedingMatcher.all(all, parts);
    }

    static Matcher any(List<Matcher> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Matcher[] array = parts.toArray(Matcher[]::new);
        Matcher any =
                view -> {
                    for (Matcher part : array) {
                        if (part.matches(view)) {
                            return true;
                        }
                    }
                    return false;
                };
        return NeedingMatcher.any(any, parts);
    }

    /** Matches everything. */
    static Matcher always() {
        return view -> true;
    }

    /** Matches nothing. */
    static Matcher never() {
        return view -> false;
    }

    static Matcher not(Matcher part) {
        return view -> !part.matches(view);
    }

    /** The field is present and its text passes; of a number, its digits. */
    static Matcher text(Field field, TextTest test) {
        if (field.numeric()) {
            return view -> {
                double number = view.number(field);
                return !Double.isNaN(number) && test.test(digits(number));
            };
        }
        return NeedingMatcher.text(ofText(field, test), field, test);
    }

    private static Matcher ofText(Field field, TextTest test) {
        if (test instanceof NeedleSet needles) {
            return view -> {
                String value = view.text(field);
                return value != null && needles.test(value, view.characters(field));
            };
        }
        return view -> {
            String value = view.text(field);
            return value != null && test.test(value);
        };
    }

    private static String digits(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    static Matcher exists(Field field) {
        return field.numeric()
                ? view -> !Double.isNaN(view.number(field))
                : view -> view.text(field) != null;
    }

    /** The number is present and compares as the modifier says; equals it without one. */
    static Matcher number(
            ToDoubleFunction<EventView> read, @Nullable Modifier modifier, double bound) {
        if (modifier == null) {
            return view -> read.applyAsDouble(view) == bound;
        }
        return switch (modifier) {
            case GT -> view -> read.applyAsDouble(view) > bound;
            case GTE -> view -> read.applyAsDouble(view) >= bound;
            case LT -> view -> read.applyAsDouble(view) < bound;
            case LTE -> view -> read.applyAsDouble(view) <= bound;
            default -> throw new IllegalArgumentException("no comparison (got " + modifier + ")");
        };
    }

    /** Both fields are present, and the first one is, contains, starts or ends with the other. */
    static Matcher reference(Field field, Field other, @Nullable Modifier modifier, boolean cased) {
        return view -> {
            String text = view.text(field);
            String part = view.text(other);
            return text != null && part != null && relates(text, part, modifier, cased);
        };
    }

    private static boolean relates(
            String text, String part, @Nullable Modifier modifier, boolean cased) {
        int last = text.length() - part.length();
        if (last < 0 || (modifier == null && last > 0)) {
            return false;
        }
        int from = modifier == Modifier.ENDSWITH ? last : 0;
        int to = modifier == Modifier.CONTAINS ? last : from;
        for (int at = from; at <= to; at++) {
            if (text.regionMatches(!cased, at, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }
}
