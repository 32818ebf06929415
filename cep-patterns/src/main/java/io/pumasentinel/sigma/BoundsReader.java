package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the comparisons of a correlation's condition as bounds of a count. */
final class BoundsReader {
    /** The comparisons that a condition may have. */
    static final List<String> OPERATORS = List.of("gte", "gt", "lte", "lt", "eq", "neq");

    private static final long MOST = 1_000_000;

    private final Section correlation;
    private final long greatest;

    /**
     * @param greatest the greatest count that can be told apart from more
     */
    BoundsReader(Section correlation, long greatest) {
        this.correlation = correlation;
        this.greatest = Math.min(greatest, MOST);
    }

    /** The bounds; empty, and noted, if they are not understood. */
    Optional<Bounds> read(Section condition) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        Set<String> operators = new LinkedHashSet<>(condition.keys());
        operators.retainAll(OPERATORS);
        for (String operator : operators) {
            String text = condition.text(operator).orElse("");
            if (text.matches("[0-9]{1,7}")) {
                numbers.put(operator, Long.parseLong(text));
            } else if (!text.isEmpty()) {
                return wrong("not a condition", operator + " " + text, allowed());
            }
        }
        if (numbers.size() < operators.size()) {
            return Optional.empty();
        }
        if (!fitTogether(numbers.keySet())) {
            String got = String.join(", ", numbers.keySet());
            return wrong("not a condition", got.isEmpty() ? "none" : got, allowed());
        }
        return bounds(numbers);
    }

    private Optional<Bounds> bounds(Map<String, Long> numbers) {
        String got =
                numbers.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        Long other = numbers.get("neq");
        Bounds found;
        if (other != null) {
            found = other < 2 ? Bounds.atLeast(other + 1) : Bounds.otherThan(other);
        } else {
            long least = least(numbers);
            long most = most(numbers);
            if (least == 0 && most == Long.MAX_VALUE) {
                return wrong("a count that always holds", got, "at least 1");
            }
            if (most == 0) {
                return wrong(
                        "a count of nothing",
                        got,
                        "a group without events is never seen; at least 1");
            }
            if (Math.max(least, 1) > most) {
                return wrong("a range without a count", got, "a lower bound below the upper one");
            }
            found =
                    most == Long.MAX_VALUE
                            ? Bounds.atLeast(least)
                            : Bounds.between(Math.max(least, 1), most);
        }
        return found.enough() > greatest
                ? wrong("a count too great", got, "told apart up to " + greatest)
                : Optional.of(found.saying(words(numbers)));
    }

    /** Whether a condition may have these comparisons together. */
    static boolean fitTogether(Set<String> operators) {
        List<String> given = new ArrayList<>(operators);
        given.sort(null);
        return given.size() == 1
                || List.of(
                                List.of("gt", "lt"),
                                List.of("gt", "lte"),
                                List.of("gte", "lt"),
                                List.of("gte", "lte"))
                        .contains(given);
    }

    private static long least(Map<String, Long> numbers) {
        Long exact = numbers.get("eq");
        Long above = numbers.get("gt");
        return exact != null ? exact : above != null ? above + 1 : numbers.getOrDefault("gte", 0L);
    }

    private static long most(Map<String, Long> numbers) {
        Long exact = numbers.get("eq");
        Long below = numbers.get("lt");
        return exact != null
                ? exact
                : below != null
                        ? Math.max(0, below - 1)
                        : numbers.getOrDefault("lte", Long.MAX_VALUE);
    }

    private static String words(Map<String, Long> numbers) {
        return numbers.entrySet().stream()
                .map(entry -> words(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(" and "));
    }

    private static String words(String operator, long number) {
        return switch (operator) {
            case "gte" -> number + " or more";
            case "gt" -> number + 1 + " or more";
            case "lte" -> number + " or less";
            case "lt" -> "less than " + number;
            case "eq" -> "exactly " + number;
            default -> "not " + number;
        };
    }

    private String allowed() {
        return "a whole number up to "
                + greatest
                + " with gte or gt, lte or lt, one of each, eq, neq";
    }

    private <T> Optional<T> wrong(String what, String got, String allowed) {
        Node place = correlation.value("condition").orElse(correlation.node());
        correlation
                .problems()
                .add(
                        place,
                        correlation.child("condition"),
                        "%s (got %s); %s".formatted(what, got, allowed));
        return Optional.empty();
    }
}
