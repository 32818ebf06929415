package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.Field;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Adds the matches of single-event rules up: one {@link SignalSum} a rule, use, group and event
 * second, however many events matched.
 *
 * <p>The sum does not depend on the order in which its matches were added. A match of a known group
 * costs one look-up and no allocation once the group has its evidence. At most {@code maxOpen} sums
 * are open; when that is reached all are handed out early and later ones of the same group add up
 * with them downstream. Not thread-safe.
 */
final class SignalSummer {
    private SummingPlan plan;
    private final int maxOpen;
    private final Consumer<SignalSum> out;
    private final TreeMap<Long, Map<SumKey, OpenSum>> open = new TreeMap<>();
    private final SumKey probe = new SumKey(-1, "");
    private final String[][] scratch = new String[Field.values().length + 1][];
    private final EvidenceOnce lines = new EvidenceOnce();
    private long currentSecond = Long.MIN_VALUE;
    private @Nullable Map<SumKey, OpenSum> current;
    private int size;
    private long skipped;

    /** Hands finished sums to {@code out}. */
    SignalSummer(SummingPlan plan, int maxOpen, Consumer<SignalSum> out) {
        this.plan = plan;
        this.maxOpen = maxOpen;
        this.out = out;
        for (int i = 0; i < scratch.length; i++) {
            scratch[i] = new String[i];
        }
    }

    /** Groups what comes by another plan; events of one second have one plan. */
    void follow(SummingPlan next) {
        plan = next;
    }

    /** Adds one match; {@code view} must not change afterwards. */
    void add(EventView view, String ruleId) {
        List<SummedUse> uses = plan.usesOf(ruleId);
        for (int i = 0; i < uses.size(); i++) {
            addTo(uses.get(i), view);
        }
    }

    /** Hands out every sum whose second is not after {@code secondMillis}. */
    void flushThrough(long secondMillis) {
        while (!open.isEmpty() && open.firstKey() <= secondMillis) {
            Map.Entry<Long, Map<SumKey, OpenSum>> oldest = open.pollFirstEntry();
            if (oldest.getKey() == currentSecond) {
                current = null;
            }
            size -= oldest.getValue().size();
            oldest.getValue().values().forEach(sum -> out.accept(sum.toSum(oldest.getKey())));
        }
    }

    /** Hands out every sum. */
    void flushAll() {
        flushThrough(Long.MAX_VALUE);
    }

    /**
     * Matches that were left out because their event lacks a field of the group or the number to
     * add, since the start.
     */
    long skipped() {
        return skipped;
    }

    /** Sums that are open. */
    int size() {
        return size;
    }

    /** The event second of the view, a multiple of 1000. */
    static long secondOf(EventView view) {
        return Math.floorDiv(view.timestampMillis(), 1000L) * 1000L;
    }

    private void addTo(SummedUse use, EventView view) {
        String[] values = scratch[use.groupBy().size()];
        for (int i = 0; i < values.length; i++) {
            String value = view.text(use.groupBy().get(i));
            if (value == null) {
                skipped++;
                return;
            }
            values[i] = value;
        }
        double addend = use.adding() ? Amounts.rounded(view.number(use.fields().get(0))) : 0;
        if (Double.isNaN(addend)) {
            skipped++;
            return;
        }
        probe.set(use.number(), view.service(), values);
        Map<SumKey, OpenSum> second = sumsOf(secondOf(view));
        OpenSum sum = second.get(probe);
        if (sum == null) {
            SumKey key = probe.copy();
            sum = new OpenSum(use, key, view);
            second.put(key, sum);
            size++;
        }
        sum.add(view, addend, lines);
        if (size >= maxOpen) {
            flushAll();
        }
    }

    private Map<SumKey, OpenSum> sumsOf(long secondMillis) {
        Map<SumKey, OpenSum> known = current;
        if (known == null || secondMillis != currentSecond) {
            known = open.computeIfAbsent(secondMillis, any -> new HashMap<>());
            current = known;
            currentSecond = secondMillis;
        }
        return known;
    }
}
