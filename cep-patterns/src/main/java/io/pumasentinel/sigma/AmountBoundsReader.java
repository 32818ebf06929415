package io.pumasentinel.sigma;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the comparisons of a correlation's condition as bounds of a sum or a mean. */
final class AmountBoundsReader {
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final String ALLOWED =
            "a number with gte or gt, lte or lt, one of each, eq, neq, such as {gt: 0.5}";

    private final Section correlation;

    AmountBoundsReader(Section correlation) {
        this.correlation = correlation;
    }

    /** The bounds; empty, and noted, if they are not understood. */
    Optional<Bounds> read(Section condition) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        Set<String> operators = new LinkedHashSet<>(condition.keys());
        operators.retainAll(BoundsReader.OPERATORS);
        for (String operator : operators) {
            String text = condition.text(operator).orElse("");
            OptionalDouble number = FieldTest.numberOf(text);
            if (number.isPresent()) {
                numbers.put(operator, number.getAsDouble());
            } else {
                return text.isEmpty() ? Optional.empty() : wrong(operator + " " + text);
            }
        }
        if (!BoundsReader.fitTogether(numbers.keySet())) {
            String got = String.join(", ", numbers.keySet());
            return wrong(got.isEmpty() ? "none" : got);
        }
        String words =
                numbers.keySet().stream()
                        .map(operator -> words(operator, condition.text(operator).orElse("")))
                        .collect(Collectors.joining(" and "));
        Double other = numbers.get("neq");
        if (other != null) {
            return Optional.of(new Bounds(-NONE, Math.nextDown(other), Math.nextUp(other), words));
        }
        double least = least(numbers);
        double most = most(numbers);
        return least > most
                ? wrong(String.join(", ", numbers.keySet()) + " that leave nothing between them")
                : Optional.of(new Bounds(least, most, NONE, words));
    }

    private static double least(Map<String, Double> numbers) {
        double exact = numbers.getOrDefault("eq", -NONE);
        double least = Math.max(exact, numbers.getOrDefault("gte", -NONE));
        Double above = numbers.get("gt");
        return above == null ? least : Math.nextUp(above);
    }

    private static double most(Map<String, Double> numbers) {
        double exact = numbers.getOrDefault("eq", NONE);
        double most = Math.min(exact, numbers.getOrDefault("lte", NONE));
        Double below = numbers.get("lt");
        return below == null ? most : Math.nextDown(below);
    }

    private static String words(String operator, String number) {
        return switch (operator) {
            case "gte" -> number + " or more";
            case "gt" -> "more than " + number;
            case "lte" -> number + " or less";
            case "lt" -> "less than " + number;
            case "eq" -> "exactly " + number;
            default -> "not " + number;
        };
    }

    private Optional<Bounds> wrong(String got) {
        Node place = correlation.value("condition").orElse(correlation.node());
        String message = "not a condition (got %s); %s".formatted(got, ALLOWED);
        correlation.problems().add(place, correlation.child("condition"), message);
        return Optional.empty();
    }
}
