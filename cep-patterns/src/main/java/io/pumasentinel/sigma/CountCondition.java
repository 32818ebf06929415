package io.pumasentinel.sigma;

import io.pumasentinel.event.SignalSum;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * When a count, a sum or a mean fires.
 *
 * @param bounds the values that fire
 * @param fields the text fields whose distinct tuples count, or the one whose number is added up;
 *     empty for plain counts
 */
record CountCondition(Bounds bounds, List<Field> fields) {

    CountCondition {
        fields = List.copyOf(fields);
    }

    /** The {@code condition} of a correlation; empty, and noted, if it is not understood. */
    static Optional<CountCondition> read(Section correlation, CorrelationType type) {
        if (!correlation.keys().contains("condition")) {
            wrong(correlation, "missing (got nothing); such as {gte: 10}");
        }
        Optional<Section> found = correlation.section("condition");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section condition = found.get();
        Set<String> known = new LinkedHashSet<>(BoundsReader.OPERATORS);
        if (type != CorrelationType.EVENT_COUNT) {
            known.add("field");
        }
        condition.allow(known);
        if (!known.containsAll(condition.keys())) {
            return Optional.empty();
        }
        return switch (type) {
            case VALUE_SUM, VALUE_AVG -> {
                Optional<Bounds> bounds = new AmountBoundsReader(correlation).read(condition);
                Optional<Field> number = number(correlation, condition);
                yield number.flatMap(f -> bounds.map(b -> new CountCondition(b, List.of(f))));
            }
            case VALUE_COUNT -> {
                Optional<Bounds> bounds =
                        new BoundsReader(correlation, SignalSum.MAX_DISTINCT).read(condition);
                List<Field> texts = texts(correlation, condition);
                yield bounds.filter(b -> !texts.isEmpty()).map(b -> new CountCondition(b, texts));
            }
            default ->
                    new BoundsReader(correlation, Long.MAX_VALUE)
                            .read(condition)
                            .map(b -> new CountCondition(b, List.of()));
        };
    }

    /** The fields in a fixed order: rules that name the same ones in another share their sums. */
    private static List<Field> texts(Section correlation, Section condition) {
        List<ScalarNode> names = condition.texts("field");
        if (names.isEmpty()) {
            wrong(correlation, "no field to count (got nothing); field: text fields");
        }
        String path = condition.child("field");
        Set<Field> fields = new TreeSet<>();
        boolean understood = true;
        for (ScalarNode name : names) {
            Optional<Field> field = CorrelationReader.textField(name, path, correlation.problems());
            field.ifPresent(fields::add);
            understood &= field.isPresent();
        }
        if (understood && fields.size() < names.size()) {
            wrong(correlation, "field twice (got %s); each once".formatted(twice(names)));
        }
        return understood && fields.size() == names.size() ? List.copyOf(fields) : List.of();
    }

    private static String twice(List<ScalarNode> names) {
        return names.stream().map(ScalarNode::getValue).collect(Collectors.joining(", "));
    }

    private static Optional<Field> number(Section correlation, Section condition) {
        List<ScalarNode> names = condition.texts("field");
        if (names.size() != 1) {
            String got = names.isEmpty() ? "nothing" : names.size() + " fields";
            wrong(correlation, "no number to add (got %s); field: one number".formatted(got));
            return Optional.empty();
        }
        String path = condition.child("field");
        return CorrelationReader.numberField(names.get(0), path, correlation.problems());
    }

    private static void wrong(Section correlation, String message) {
        Node place = correlation.value("condition").orElse(correlation.node());
        correlation.problems().add(place, correlation.child("condition"), message);
    }
}
