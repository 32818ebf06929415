package io.pumasentinel.cep;

import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.Grouping;
import io.pumasentinel.sigma.RuleSet;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The correlations of a rule set, sorted by group-by. Travels with the operators. */
final class CorrelationPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TreeMap<String, GroupPlan> byGroup;

    CorrelationPlan(Map<String, GroupPlan> byGroup) {
        this.byGroup = new TreeMap<>(byGroup);
    }

    /**
     * Sorts the rules.
     *
     * @throws IllegalArgumentException if a counting correlation's timespan or threshold cannot be
     *     executed exactly
     */
    static CorrelationPlan of(RuleSet rules) {
        Map<String, List<CountingRule>> countings = new HashMap<>();
        Map<String, List<SequenceRule>> sequences = new HashMap<>();
        Map<String, Set<String>> alerting = new HashMap<>();
        for (CorrelationRule rule : rules.correlations()) {
            String group = rule.groupText();
            switch (rule.type()) {
                case TEMPORAL_ORDERED -> add(sequences, group, sequence(rule, group));
                default -> add(countings, group, CountingRule.of(rule));
            }
        }
        for (DetectionRule rule : rules.detections()) {
            if (rule.alerting()) {
                alerting.computeIfAbsent(Grouping.text(rule.alertGroupBy()), any -> new HashSet<>())
                        .add(rule.meta().name());
            }
        }
        return joined(countings, sequences, alerting);
    }

    /** What runs over groups of {@code groupBy}; empty if nothing does. */
    Optional<GroupPlan> group(String groupBy) {
        return Optional.ofNullable(byGroup.get(groupBy));
    }

    /** All sequences, by group-by, then in the rules' order. */
    List<SequenceRule> sequences() {
        return byGroup.values().stream().flatMap(group -> group.sequences().stream()).toList();
    }

    private static SequenceRule sequence(CorrelationRule rule, String group) {
        return new SequenceRule(
                rule.meta().name(), rule.rules(), group, rule.timespanMillis(), rule.alerting());
    }

    private static <T> void add(Map<String, List<T>> lists, String key, T value) {
        lists.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    private static CorrelationPlan joined(
            Map<String, List<CountingRule>> countings,
            Map<String, List<SequenceRule>> sequences,
            Map<String, Set<String>> alerting) {
        Set<String> groups = new HashSet<>(countings.keySet());
        groups.addAll(sequences.keySet());
        groups.addAll(alerting.keySet());
        Map<String, GroupPlan> plans = new HashMap<>();
        for (String group : groups) {
            plans.put(
                    group,
                    new GroupPlan(
                            countings.getOrDefault(group, List.of()),
                            sequences.getOrDefault(group, List.of()),
                            alerting.getOrDefault(group, Set.of())));
        }
        return new CorrelationPlan(plans);
    }
}
