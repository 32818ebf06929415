package io.pumasentinel.cep;

import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything that runs over the groups of one group-by. */
final class GroupPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<CountingRule> countings;
    private final List<SequenceRule> sequences;
    private final HashSet<String> alertingDetections;
    private final HashMap<String, StepRole> roles = new HashMap<>();

    GroupPlan(
            List<CountingRule> countings,
            List<SequenceRule> sequences,
            Set<String> alertingDetections) {
        this.countings = List.copyOf(countings);
        this.sequences = List.copyOf(sequences);
        this.alertingDetections = new HashSet<>(alertingDetections);
        for (SequenceRule sequence : sequences) {
            for (String step : sequence.steps()) {
                roles.computeIfAbsent(step, any -> StepRole.of(any, sequences));
            }
        }
    }

    /** The correlations that count. */
    List<CountingRule> countings() {
        return countings;
    }

    /** The sequences. */
    List<SequenceRule> sequences() {
        return sequences;
    }

    /** Whether the detection alerts by itself in this group. */
    boolean alerts(String detection) {
        return alertingDetections.contains(detection);
    }

    /** What the rule is to the sequences; empty if it is no step. */
    Optional<StepRole> role(String ruleId) {
        return Optional.ofNullable(roles.get(ruleId));
    }

    /** Whether a match of the detection may itself become a finding in this group. */
    boolean needs(String detection) {
        return alerts(detection) || roles.containsKey(detection);
    }
}
