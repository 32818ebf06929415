package io.pumasentinel.cep;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The correlators of one version of the rules, by group-by. */
final class Correlators {
    private static final GroupPlan NOTHING = new GroupPlan(List.of(), List.of(), Set.of());

    private final CorrelationPlan plan;
    private final Map<String, SlidingCorrelator> byGroup = new HashMap<>();

    Correlators(CorrelationPlan plan) {
        this.plan = plan;
    }

    /** What correlates groups of {@code groupBy}; one that finds nothing if no rule does. */
    SlidingCorrelator of(String groupBy) {
        SlidingCorrelator known = byGroup.get(groupBy);
        if (known == null) {
            known = new SlidingCorrelator(plan.group(groupBy).orElse(NOTHING));
            byGroup.put(groupBy, known);
        }
        return known;
    }
}
