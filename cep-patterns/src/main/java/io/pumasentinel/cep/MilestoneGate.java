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

    /**
     * What the rule's holding at {@code secondMillis} is to the sequences; a milestone is noted.
     */
    Passage pass(Map<String, Long> milestones, String ruleId, long secondMillis) {
        Passage passage =
                plan.role(ruleId)
                        .map(role -> passage(role, milestones, ruleId, secondMillis))
                        .orElse(Passage.NONE);
        if (passage != Passage.NONE) {
            milestones.put(ruleId, secondMillis);
        }
        return passage;
    }

    /** How long a milestone of the rule is remembered. */
    long retentionMillis(String ruleId) {
        return plan.role(ruleId).map(StepRole::retentionMillis).orElse(0L);
    }

    private static Passage passage(
            StepRole role, Map<String, Long> milestones, String ruleId, long secondMillis) {
        Long own = milestones.get(ruleId);
        for (StepRole.Link link : role.links()) {
            Long previous = milestones.get(link.previous());
            if (previous != null
                    && previous > secondMillis - link.timespanMillis()
                    && (own == null || previous >= own)) {
                return Passage.FOLLOWS;
            }
        }
        boolean opens = role.opens() && (own == null || secondMillis - own >= role.paceMillis());
        return opens ? Passage.OPENS : Passage.NONE;
    }

    /** What one holding of a rule is to the sequences. */
    enum Passage {
        /** Nothing that could change a match. */
        NONE,
        /** A first step. */
        OPENS,
        /** A later step that something waits for, and perhaps a first one. */
        FOLLOWS
    }
}
