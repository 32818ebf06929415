package io.pumasentinel.sigma;

import java.util.List;

/** The building blocks that conditions are compiled to. */
final class Matchers {
    private Matchers() {}

    static Matcher all(List<Matcher> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Matcher[] array = parts.toArray(Matcher[]::new);
        return view -> {
            for (Matcher part : array) {
                if (!part.matches(view)) {
                    return false;
                }
            }
            return true;
        };
    }

    static Matcher any(List<Matcher> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Matcher[] array = parts.toArray(Matcher[]::new);
        return view -> {
            for (Matcher part : array) {
                if (part.matches(view)) {
                    return true;
                }
            }
            return false;
        };
    }

    static Matcher not(Matcher part) {
        return view -> !part.matches(view);
    }

    /** The field is present and its text passes. */
    static Matcher text(Field field, TextTest test) {
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

    static Matcher exists(Field field) {
        return field.numeric()
                ? view -> !Double.isNaN(view.number(field))
                : view -> view.text(field) != null;
    }

    static Matcher equal(Field field, double expected) {
        return view -> view.number(field) == expected;
    }

    /** The field is present and compares as the modifier says. */
    static Matcher compare(Field field, Modifier modifier, double bound) {
        return switch (modifier) {
            case GT -> view -> view.number(field) > bound;
            case GTE -> view -> view.number(field) >= bound;
            case LT -> view -> view.number(field) < bound;
            case LTE -> view -> view.number(field) <= bound;
            default -> throw new IllegalArgumentException("no comparison (got " + modifier + ")");
        };
    }
}
