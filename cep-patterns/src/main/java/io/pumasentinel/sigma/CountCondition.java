package io.pumasentinel.sigma;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * When a count fires.
 *
 * @param threshold the least count that fires
 * @param valueField the field whose distinct values count; null for plain counts
 */
record CountCondition(long threshold, @Nullable Field valueField) {
    private static final long MOST = 1_000_000;
    private static final String ALLOWED = "gte or gt with a number from 1 to " + MOST;

    /** The {@code condition} of a correlation; empty, and noted, if it is not understood. */
    static Optional<CountCondition> read(Section correlation, boolean values) {
        if (!correlation.keys().contains("condition")) {
            wrong(correlation, "missing (got nothing); " + ALLOWED);
        }
        Optional<Section> found = correlation.section("condition");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section condition = found.get();
        Set<String> known = new LinkedHashSet<>(List.of("gte", "gt"));
        if (values) {
            known.add("field");
        }
        condition.allow(known);
        if (!known.containsAll(condition.keys())) {
            return Optional.empty();
        }
        long threshold = threshold(correlation, condition);
        Optional<Field> field = values ? valueField(correlation, condition) : Optional.empty();
        return threshold < 1 || (values && field.isEmpty())
                ? Optional.empty()
                : Optional.of(new CountCondition(threshold, field.orElse(null)));
    }

    /** The threshold; 0, and noted, if it is not understood. */
    private static long threshold(Section correlation, Section condition) {
        Set<String> operators = new LinkedHashSet<>(condition.keys());
        operators.remove("field");
        String operator = operators.size() == 1 ? operators.iterator().next() : "";
        String text = operator.isEmpty() ? "" : condition.text(operator).orElse("");
        boolean number = text.matches("[0-9]{1,7}");
        long least = number ? Long.parseLong(text) + ("gt".equals(operator) ? 1 : 0) : 0;
        if (least >= 1 && least <= MOST) {
            return least;
        }
        String got = operator.isEmpty() ? String.join(", ", operators) : operator + " " + text;
        String shown = got.isEmpty() ? "none" : got;
        wrong(correlation, "not a condition (got %s); %s".formatted(shown, ALLOWED));
        return 0;
    }

    private static Optional<Field> valueField(Section correlation, Section condition) {
        List<ScalarNode> names = condition.texts("field");
        if (names.size() != 1) {
            String got = names.isEmpty() ? "nothing" : names.size() + " fields";
            wrong(correlation, "no field to count (got %s); field: one text field".formatted(got));
            return Optional.empty();
        }
        String path = condition.child("field");
        return CorrelationReader.textField(names.get(0), path, correlation.problems());
    }

    private static void wrong(Section correlation, String message) {
        Node place = correlation.value("condition").orElse(correlation.node());
        correlation.problems().add(place, correlation.child("condition"), message);
    }
}
