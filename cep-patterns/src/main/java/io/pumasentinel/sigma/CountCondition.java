package io.pumasentinel.sigma;

import io.pumasentinel.event.SignalSum;
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
 * @param bounds the counts that fire
 * @param valueField the field whose distinct values count; null for plain counts
 */
record CountCondition(Bounds bounds, @Nullable Field valueField) {

    /** The {@code condition} of a correlation; empty, and noted, if it is not understood. */
    static Optional<CountCondition> read(Section correlation, boolean values) {
        if (!correlation.keys().contains("condition")) {
            wrong(correlation, "missing (got nothing); such as {gte: 10}");
        }
        Optional<Section> found = correlation.section("condition");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section condition = found.get();
        Set<String> known = new LinkedHashSet<>(BoundsReader.OPERATORS);
        if (values) {
            known.add("field");
        }
        condition.allow(known);
        if (!known.containsAll(condition.keys())) {
            return Optional.empty();
        }
        long greatest = values ? SignalSum.MAX_DISTINCT : Long.MAX_VALUE;
        Optional<Bounds> bounds = new BoundsReader(correlation, greatest).read(condition);
        Optional<Field> field = values ? valueField(correlation, condition) : Optional.empty();
        return values && field.isEmpty()
                ? Optional.empty()
                : bounds.map(b -> new CountCondition(b, field.orElse(null)));
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
