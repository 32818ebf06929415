package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Holdings that could open a sequence, kept back until something could follow them.
 *
 * <p>What opens a sequence may be an everyday thing such as a sign-in. Handing each one to Flink
 * CEP would cost more than all counting does, and most are followed by nothing. So those that do
 * not alert by themselves wait in the correlation's own state, at most one a {@link
 * StepRole#paceMillis() pace} and timespan, and leave together with a later step of their sequence,
 * in front of it. They are then {@link Finding#opening() openings}: a later place in the order of
 * the milestones than their own time may make them first steps only. Pure: the list is the
 * caller's.
 */
final class HeldOpenings {
    private final GroupPlan plan;

    HeldOpenings(GroupPlan plan) {
        this.plan = plan;
    }

    /** Keeps the finding back. */
    void hold(List<Finding> held, Finding finding) {
        held.add(finding);
    }

    /**
     * Hands out what was held of the rule itself and of what opens the sequences in which it is a
     * later step.
     */
    void release(List<Finding> held, String ruleId, Consumer<Finding> out) {
        if (held.isEmpty()) {
            return;
        }
        Set<String> openers = plan.role(ruleId).map(StepRole::openers).orElse(Set.of());
        held.removeIf(
                finding -> {
                    boolean leaves =
                            openers.contains(finding.ruleId()) || ruleId.equals(finding.ruleId());
                    if (leaves) {
                        out.accept(finding.asOpening());
                    }
                    return leaves;
                });
    }

    /** Forgets what no sequence could begin with any more. */
    void forget(List<Finding> held, long secondMillis) {
        if (!held.isEmpty()) {
            held.removeIf(
                    finding ->
                            finding.timestampMillis() + retentionMillis(finding) <= secondMillis);
        }
    }

    private long retentionMillis(Finding finding) {
        return plan.role(finding.ruleId()).map(StepRole::retentionMillis).orElse(0L);
    }
}
