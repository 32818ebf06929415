package io.pumasentinel.cep;

import io.pumasentinel.cep.MilestoneGate.Passage;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Correlates the sums of one key, second by second in event-time order.
 *
 * <p>At each second it emits, in the order of their position: a finding for every standalone
 * detection, a finding for every counting correlation that alerts and whose condition holds, and
 * for steps of sequences the milestones that {@link MilestoneGate} lets through, of which {@link
 * HeldOpenings} keeps first steps back until a second one comes. Everything that feeds a sequence
 * passes through here, so that order and ties hold. Pure: the state is the caller's.
 */
final class SlidingCorrelator {
    private static final Comparator<Draft> IN_ORDER =
            Comparator.comparing((Draft draft) -> draft.finding().position())
                    .thenComparingInt(Draft::rank)
                    .thenComparing(draft -> draft.finding().ruleId());

    private final GroupPlan plan;
    private final List<CountCheck> checks;
    private final Map<String, CountCheck> checksByRule = new HashMap<>();
    private final MilestoneGate gate;
    private final HeldOpenings openings;

    SlidingCorrelator(GroupPlan plan) {
        this.plan = plan;
        this.checks = plan.countings().stream().map(CountCheck::new).toList();
        this.gate = new MilestoneGate(plan);
        this.openings = new HeldOpenings(plan);
        checks.forEach(check -> checksByRule.put(check.rule().ruleId(), check));
    }

    /**
     * Takes the sums of one second in and decides what is due at it.
     *
     * @param state of the key; changed
     * @param secondMillis later than that of every earlier call for this key
     * @param sums the second's sums, one a rule and distinct field, in any order; none if something
     *     is only due
     * @param out what holds
     */
    void advance(
            CorrelatorState state, long secondMillis, List<SignalSum> sums, Consumer<Finding> out) {
        forget(state, secondMillis);
        List<SignalSum> ordered = new ArrayList<>(sums);
        ordered.sort(SumMerge.IN_ORDER);
        List<Draft> drafts = new ArrayList<>(0);
        for (SignalSum sum : ordered) {
            if (sum.distinctField().isEmpty() && plan.needs(sum.ruleId())) {
                drafts.add(new Draft(ofDetection(sum), 0));
            }
        }
        for (int i = 0; i < checks.size(); i++) {
            count(state, secondMillis, i, ordered, drafts);
            if (checks.get(i).rule().waits()) {
                settle(state, secondMillis, i, drafts);
            }
        }
        drafts.sort(IN_ORDER);
        drafts.forEach(draft -> emit(state, secondMillis, draft.finding(), out));
        state.dueMillis = due(state);
        state.expiresAtMillis = expiry(state);
    }

    private void forget(CorrelatorState state, long secondMillis) {
        if (!state.counts.isEmpty()) {
            state.counts.entrySet().removeIf(e -> isStale(e.getKey(), e.getValue(), secondMillis));
        }
        if (!state.milestones.isEmpty()) {
            state.milestones
                    .entrySet()
                    .removeIf(e -> e.getValue() + gate.retentionMillis(e.getKey()) <= secondMillis);
        }
        openings.forget(state.held, secondMillis);
    }

    /** Counts of a rule that is no more are stale too. */
    private boolean isStale(String ruleId, CountState count, long secondMillis) {
        CountCheck check = checksByRule.get(ruleId);
        return check == null || check.isStale(count, secondMillis);
    }

    private void count(
            CorrelatorState state,
            long secondMillis,
            int index,
            List<SignalSum> ordered,
            List<Draft> drafts) {
        CountCheck check = checks.get(index);
        List<SignalSum> read = List.of();
        for (SignalSum sum : ordered) {
            if (check.reads(sum)) {
                read = read.isEmpty() ? new ArrayList<>(2) : read;
                read.add(sum);
            }
        }
        if (!read.isEmpty()) {
            CountState count =
                    state.counts.computeIfAbsent(check.rule().ruleId(), any -> new CountState());
            check.advance(count, secondMillis, read)
                    .ifPresent(finding -> drafts.add(new Draft(finding, index + 1)));
        }
    }

    private void settle(CorrelatorState state, long secondMillis, int index, List<Draft> drafts) {
        CountCheck check = checks.get(index);
        CountState count = state.counts.get(check.rule().ruleId());
        if (count != null) {
            check.settle(count, secondMillis)
                    .ifPresent(finding -> drafts.add(new Draft(finding, index + 1)));
        }
    }

    private void emit(
            CorrelatorState state, long secondMillis, Finding finding, Consumer<Finding> out) {
        Passage passage = gate.pass(state.milestones, finding.ruleId(), secondMillis);
        if (!finding.alerting() && passage == Passage.NONE) {
            return;
        }
        CountState count = state.counts.get(finding.ruleId());
        if (count != null) {
            count.reported(secondMillis);
        }
        if (!finding.alerting() && passage == Passage.OPENS) {
            openings.hold(state.held, finding);
        } else if (passage == Passage.NONE) {
            out.accept(finding);
        } else {
            openings.release(state.held, finding.ruleId(), out);
            out.accept(finding.asMilestone());
        }
    }

    /** The earliest second in which something pending is decided. */
    private static long due(CorrelatorState state) {
        long earliest = Long.MAX_VALUE;
        for (CountState count : state.counts.values()) {
            earliest = count.pending == null ? earliest : Math.min(earliest, count.dueMillis);
        }
        return earliest == Long.MAX_VALUE ? Long.MIN_VALUE : earliest;
    }

    private long expiry(CorrelatorState state) {
        long latest = Long.MIN_VALUE;
        for (var entry : state.counts.entrySet()) {
            CountCheck check = checksByRule.get(entry.getKey());
            if (check != null) {
                long newest = entry.getValue().newestMillis;
                latest = Math.max(latest, newest + check.rule().timespanMillis());
            }
        }
        for (var milestone : state.milestones.entrySet()) {
            latest =
                    Math.max(
                            latest,
                            milestone.getValue() + gate.retentionMillis(milestone.getKey()));
        }
        return latest;
    }

    private Finding ofDetection(SignalSum sum) {
        return new Finding(
                sum.ruleId(),
                sum.service(),
                sum.groupBy(),
                sum.groupKey(),
                sum.entity(),
                sum.secondMillis(),
                sum.secondMillis(),
                sum.count(),
                sum.first(),
                sum.endpoint(),
                sum.host(),
                sum.addresses(),
                sum.metric(),
                sum.evidence(),
                plan.alerts(sum.ruleId()),
                false,
                false);
    }

    /** A finding that may be emitted; rank parts what holds at the same position. */
    private record Draft(Finding finding, int rank) {}
}
