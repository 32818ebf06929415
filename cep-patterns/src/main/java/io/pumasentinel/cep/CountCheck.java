package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one counting correlation at one second of one key, over the window (second - timespan,
 * second].
 *
 * <p>Counting events, the state keeps the newest seconds whose events just reach the threshold:
 * while it does not hold that is the whole window, so the answer is exact; it never grows past the
 * lesser of threshold and timespan in seconds. Counting values, it keeps as many recent values as
 * the threshold asks for ({@link RecentValues}), and the events of {@value #VALUE_SECONDS} seconds
 * for the finding's count; older ones of the window are pooled. Numbers are added up by stretches
 * of the window ({@link AmountRing}). From a threshold of {@value #MANY} on, samples are kept only
 * once half of it is reached.
 *
 * <p>With an upper bound a count inside the bounds may only be on its way to more. It is judged by
 * all windows: it holds if no window that overlaps its own counts more, which is known one timespan
 * later. Until then the finding is pending; what is counted meanwhile joins it.
 */
final class CountCheck {
    private static final int VALUE_SECONDS = 120;
    private static final int MANY = 100;

    private final CountingRule rule;
    private final long stretchMillis;

    CountCheck(CountingRule rule) {
        this.rule = rule;
        this.stretchMillis = AmountRing.stretchMillis(rule.timespanMillis());
    }

    /** The rule that it evaluates. */
    CountingRule rule() {
        return rule;
    }

    /** Whether the rule counts this sum. */
    boolean reads(SignalSum sum) {
        return rule.inputs().contains(sum.ruleId()) && rule.field().equals(sum.distinctField());
    }

    /** Whether nothing in the state is in the window that ends at {@code secondMillis}. */
    boolean isStale(CountState state, long secondMillis) {
        return state.newestMillis <= secondMillis - rule.timespanMillis();
    }

    /**
     * Adds the sums of the second, in their order, and answers a finding over what is not reported
     * yet if the condition holds for good. The finding is no milestone.
     */
    Optional<Finding> advance(CountState state, long secondMillis, List<SignalSum> sums) {
        evict(state, secondMillis - rule.timespanMillis());
        long added = 0;
        SignalSum decisive = null;
        for (SignalSum sum : sums) {
            added += sum.count();
            take(state, sum);
            if (decisive == null && holdsForGood(state)) {
                decisive = sum;
            }
        }
        SignalSum last = sums.get(sums.size() - 1);
        if (rule.measure() == Measure.AVERAGE && rule.bounds().admits(reached(state))) {
            decisive = last;
        }
        state.newestMillis = secondMillis;
        boolean waits = rule.waits() && waits(state, secondMillis);
        report(state, secondMillis, added, waits || decisive != null);
        if (rule.countsValues() || rule.adds()) {
            state.events.poolTo(VALUE_SECONDS);
        } else {
            state.events.trimTo(rule.bounds().enough());
        }
        state.pending = waits ? finding(state, secondMillis, last) : null;
        return Optional.ofNullable(decisive).map(sum -> finding(state, secondMillis, sum));
    }

    /**
     * The pending finding if no window that overlaps its own can exceed the bounds any more; it
     * holds at {@code secondMillis}.
     */
    Optional<Finding> settle(CountState state, long secondMillis) {
        Finding pending = state.pending;
        if (pending == null || state.dueMillis > secondMillis) {
            return Optional.empty();
        }
        state.pending = null;
        return Optional.of(pending.at(secondMillis));
    }

    /** Whether the second is in a pending finding; what exceeds the bounds ends it. */
    private boolean waits(CountState state, long secondMillis) {
        double reached = reached(state);
        if (reached > rule.bounds().most()) {
            state.exceededMillis = secondMillis;
            return false;
        }
        if (state.pending != null) {
            return true;
        }
        state.dueMillis = secondMillis + rule.timespanMillis() - 1000;
        return rule.bounds().admits(reached)
                && state.exceededMillis <= secondMillis - rule.timespanMillis();
    }

    /** Whether what comes later in this second cannot change that it holds. */
    private boolean holdsForGood(CountState state) {
        return rule.measure() != Measure.AVERAGE && rule.bounds().admitsForGood(reached(state));
    }

    private static void evict(CountState state, long throughMillis) {
        state.events.evictThrough(throughMillis);
        state.values.evictThrough(throughMillis);
        if (state.amounts != null) {
            state.amounts.evictThrough(throughMillis);
        }
        if (state.events.size() == 0) {
            state.addresses = List.of();
        }
        int old = 0;
        while (old < state.evidence.size()
                && second(state.evidence.get(old).timestampMillis()) <= throughMillis) {
            old++;
        }
        if (old > 0) {
            state.evidence = List.copyOf(state.evidence.subList(old, state.evidence.size()));
        }
    }

    private void take(CountState state, SignalSum sum) {
        state.events.add(sum.secondMillis(), sum.count());
        if (rule.measure() == Measure.RULES) {
            state.values.touch(
                    ValueHash.of(sum.ruleId()), sum.secondMillis(), (int) rule.bounds().enough());
        }
        for (long hash : sum.distinctHashes()) {
            state.values.touch(hash, sum.secondMillis(), (int) rule.bounds().enough());
        }
        if (rule.adds()) {
            amounts(state)
                    .add(
                            sum.secondMillis() - Math.floorMod(sum.secondMillis(), stretchMillis),
                            sum.count(),
                            sum.amount());
        }
        if (state.evidence.size() < Samples.LIMIT && wantsSamples(state)) {
            state.evidence = Samples.oldest(state.evidence, sum.evidence());
        }
        if (state.addresses.size() < Samples.LIMIT) {
            state.addresses = Samples.addresses(state.addresses, sum.addresses());
        }
        state.endpoint = latest(sum.endpoint(), state.endpoint);
        state.host = sum.host().isEmpty() ? state.host : sum.host();
        state.metric = latest(sum.metric(), state.metric);
    }

    /** A rule over very many events keeps no samples of everybody who causes a few. */
    private boolean wantsSamples(CountState state) {
        double least = rule.bounds().least();
        return least < MANY || 2 * reached(state) >= least;
    }

    private double reached(CountState state) {
        return switch (rule.measure()) {
            case EVENTS -> (double) state.events.total;
            case VALUES, RULES -> state.values.size;
            case SUM -> amounts(state).sum();
            case AVERAGE -> amounts(state).average();
        };
    }

    private static AmountRing amounts(CountState state) {
        AmountRing known = state.amounts;
        if (known == null) {
            known = new AmountRing();
            state.amounts = known;
        }
        return known;
    }

    private static void report(CountState state, long secondMillis, long added, boolean holds) {
        if (!holds) {
            state.unreported = 0;
        } else if (!state.holding) {
            state.unreported = state.events.countAfter(state.reportedThroughMillis);
            state.firstUnreportedMillis = state.events.firstAfter(state.reportedThroughMillis);
        } else {
            state.firstUnreportedMillis =
                    state.unreported == 0 ? secondMillis : state.firstUnreportedMillis;
            state.unreported += added;
        }
        state.holding = holds;
    }

    private Finding finding(CountState state, long secondMillis, SignalSum decisive) {
        return new Finding(
                rule.ruleId(),
                decisive.service(),
                decisive.groupBy(),
                decisive.groupKey(),
                decisive.entity(),
                state.firstUnreportedMillis,
                secondMillis,
                state.unreported,
                decisive.first(),
                state.endpoint,
                state.host,
                List.copyOf(state.addresses),
                state.metric,
                List.copyOf(state.evidence),
                rule.alerting(),
                false,
                false);
    }

    private static <T> @Nullable T latest(@Nullable T now, @Nullable T before) {
        return now != null ? now : before;
    }

    private static long second(long timestampMillis) {
        return Math.floorDiv(timestampMillis, 1000L) * 1000L;
    }
}
