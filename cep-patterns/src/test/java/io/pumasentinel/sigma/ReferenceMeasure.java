package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a counting correlation compares with its bounds, counted anew for every window. */
final class ReferenceMeasure {
    private ReferenceMeasure() {}

    /** NaN if there is nothing to measure. */
    static double of(
            CorrelationRule rule, List<ReferenceCorrelator.Held> window, List<EventView> views) {
        return switch (rule.type()) {
            case EVENT_COUNT -> window.size();
            case TEMPORAL, TEMPORAL_ORDERED ->
                    window.stream().map(ReferenceCorrelator.Held::rule).distinct().count();
            case VALUE_COUNT -> values(rule.fields(), window, views).size();
            case VALUE_SUM -> numbers(rule, window, views).stream().mapToDouble(n -> n).sum();
            case VALUE_AVG ->
                    numbers(rule, window, views).stream()
                            .mapToDouble(n -> n)
                            .average()
                            .orElse(Double.NaN);
        };
    }

    private static Set<List<String>> values(
            List<Field> fields, List<ReferenceCorrelator.Held> window, List<EventView> views) {
        Set<List<String>> values = new HashSet<>();
        for (ReferenceCorrelator.Held match : window) {
            List<String> tuple = new ArrayList<>();
            for (Field field : fields) {
                String value = views.get(match.order()).text(field);
                if (value != null) {
                    tuple.add(value);
                }
            }
            if (tuple.size() == fields.size()) {
                values.add(tuple);
            }
        }
        return values;
    }

    private static List<Double> numbers(
            CorrelationRule rule, List<ReferenceCorrelator.Held> window, List<EventView> views) {
        return window.stream()
                .map(match -> views.get(match.order()).number(rule.fields().get(0)))
                .filter(number -> !number.isNaN())
                .toList();
    }
}
