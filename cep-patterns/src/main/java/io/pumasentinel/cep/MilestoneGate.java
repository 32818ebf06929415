package io.pumasentinel.cep;

import java.util.Map;

/**
 * Decides which holdings of a rule a sequence needs to see: the milestones.
 *
 * <p>A rule that opens a sequence gets one milestone a minute (of a timespan below four minutes:
 * one a quarter). A later step gets one only while the step before it has a milestone that is
 * within the timespan and not older than its own latest one; any other could change no match,
 * because every match that waited for this step has taken that latest one. So an ordinary sign-in
 * leaves no trace in the sequences, and an attacker cannot fill them.
 */
final class MilestoneGate {
    private final GroupPlan plan;

    MilestoneGate(GroupPlan plan) {
        this.plan = plan;
    }

    /** Whether the rule's holding at {@code secondMillis} is a milestone; if so it is noted. */
    boolean passes(Map<String, Long> milestones, String ruleId, long secondMillis) {
        boolean passes =
                plan.role(ruleId)
                        .map(role -> needs(role, milestones, ruleId, secondMillis))
                        .orElse(false);
        if (passes) {
            milestones.put(ruleId, secondMillis);
        }
        return passes;
    }

    /** How long a milestone of the rule is remembered. */
    long retentionMillis(String ruleId) {
        return plan.role(ruleId).map(StepRole::retentionMillis).orElse(0L);
    }

    private static boolean needs(
            StepRole role, Map<String, Long> milestones, String ruleId, long secondMillis) {
        Long own = milestones.get(ruleId);
        if (role.opens() && (own == null || secondMillis - own >= role.paceMillis())) {
            return true;
        }
        for (StepRole.Link link : role.links()) {
            Long previous = milestones.get(link.previous());
            if (previous != null
                    && previous > secondMillis - link.timespanMillis()
                    && (own == null || previous >= own)) {
                return true;
            }
        }
        return false;
    }
}
