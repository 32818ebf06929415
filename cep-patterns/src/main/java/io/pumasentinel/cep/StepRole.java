package io.pumasentinel.cep;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What one rule is to the sequences of a group: when its holding is worth a milestone.
 *
 * @param opens whether it is the first step of a sequence
 * @param paceMillis the least time between two milestones that open a sequence
 * @param links the steps that it may follow
 * @param openers the first steps of the sequences in which it is a later one
 * @param retentionMillis how long its latest milestone matters to this and other steps
 */
record StepRole(
        boolean opens, long paceMillis, List<Link> links, Set<String> openers, long retentionMillis)
        implements Serializable {

    /** One a minute: sequences see few milestones however long an attack lasts. */
    private static final long PACE_MILLIS = 60_000;

    /** Of a short timespan not more than a quarter may pass before the next milestone. */
    private static final int PACES_IN_TIMESPAN = 4;

    /**
     * A step that the rule may follow.
     *
     * @param previous the rule of the step before
     * @param timespanMillis the sequence's timespan
     */
    record Link(String previous, long timespanMillis) implements Serializable {}

    /** The role of {@code ruleId} in {@code sequences}. */
    static StepRole of(String ruleId, List<SequenceRule> sequences) {
        boolean opens = false;
        long pace = PACE_MILLIS;
        long retention = 0;
        List<Link> links = new ArrayList<>();
        Set<String> openers = new HashSet<>();
        for (SequenceRule sequence : sequences) {
            List<String> steps = sequence.steps();
            if (steps.get(0).equals(ruleId)) {
                opens = true;
                pace = Math.min(pace, sequence.timespanMillis() / PACES_IN_TIMESPAN);
            }
            for (int i = 1; i < steps.size(); i++) {
                if (steps.get(i).equals(ruleId)) {
                    links.add(new Link(steps.get(i - 1), sequence.timespanMillis()));
                    openers.add(steps.get(0));
                }
            }
            if (steps.contains(ruleId)) {
                retention = Math.max(retention, sequence.timespanMillis());
            }
        }
        return new StepRole(
                opens, pace, List.copyOf(links), Set.copyOf(openers), Math.max(retention, pace));
    }
}
