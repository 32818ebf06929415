package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule over the matches of other rules.
 *
 * @param meta what the rule says about itself
 * @param type how it joins them
 * @param rules names of the rules it refers to, resolved, in the rule's order. Detections, and for
 *     {@link CorrelationType#TEMPORAL_ORDERED} also counting correlations with the same group-by
 * @param groupBy the fields whose values make one group; empty for the service as a whole
 * @param aliases what else makes the group, in alphabetical order: a field of its own in each rule
 * @param timespanMillis the length of the sliding window, a positive number of whole seconds
 * @param bounds the counts that fire, from 1 on, or the sums or means, in the field's unit; for
 *     sequences and unordered correlations the number of rules
 * @param fields the text fields whose distinct tuples count, or the one whose number is added up;
 *     empty but for {@link CorrelationType#VALUE_COUNT}, {@link CorrelationType#VALUE_SUM} and
 *     {@link CorrelationType#VALUE_AVG}
 * @param alerting whether it alerts: its level is above informational and no correlation refers to
 *     it, or one that does says {@code generate: true}
 */
public record CorrelationRule(
        RuleMeta meta,
        CorrelationType type,
        List<String> rules,
        List<Field> groupBy,
        List<Alias> aliases,
        long timespanMillis,
        Bounds bounds,
        List<Field> fields,
        boolean alerting) {

    public CorrelationRule {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        aliases = List.copyOf(aliases);
        fields = List.copyOf(fields);
    }

    /** The names of the group-by, joined by {@code ,}; empty for the service. */
    public String groupText() {
        return Grouping.text(groupBy, aliases.stream().map(Alias::name).toList());
    }

    /**
     * How the matches of one of its detections must be grouped.
     *
     * @throws IllegalArgumentException if an alias has no field in that rule
     */
    public Use useOf(String detection) {
        List<Field> group = new ArrayList<>(groupBy);
        for (Alias alias : aliases) {
            Field field = alias.fields().get(detection);
            if (field == null) {
                throw new IllegalArgumentException(
                        "alias %s (got %s); a detection that it names"
                                .formatted(alias.name(), detection));
            }
            group.add(field);
        }
        return new Use(group, groupText(), fields);
    }
}
