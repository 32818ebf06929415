package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Joins the parts of one second's sums that subtasks and checkpoints handed out apart. */
final class SumMerge {
    /** Order inside one second: where the first match was read. */
    static final Comparator<SignalSum> IN_ORDER =
            Comparator.comparing(SignalSum::first)
                    .thenComparing(SignalSum::ruleId)
                    .thenComparing(SignalSum::distinctField);

    private SumMerge() {}

    /**
     * Adds {@code part} to the sums of its key and second: to the one of the same rule and distinct
     * field if there is one. The result does not depend on the order of the parts.
     */
    static List<SignalSum> add(List<SignalSum> sums, SignalSum part) {
        if (sums.isEmpty()) {
            return List.of(part);
        }
        List<SignalSum> joined = new ArrayList<>(sums);
        for (int i = 0; i < joined.size(); i++) {
            SignalSum other = joined.get(i);
            if (other.ruleId().equals(part.ruleId())
                    && other.distinctField().equals(part.distinctField())) {
                joined.set(i, join(other, part));
                return joined;
            }
        }
        joined.add(part);
        return joined;
    }

    private static SignalSum join(SignalSum some, SignalSum other) {
        boolean ordered = some.first().compareTo(other.first()) <= 0;
        SignalSum earlier = ordered ? some : other;
        SignalSum later = ordered ? other : some;
        return new SignalSum(
                earlier.ruleId(),
                earlier.service(),
                earlier.groupBy(),
                earlier.groupKey(),
                earlier.entity(),
                earlier.secondMillis(),
                earlier.count() + later.count(),
                earlier.first(),
                earlier.distinctField(),
                hashes(earlier.distinctHashes(), later.distinctHashes()),
                earlier.amount() + later.amount(),
                earlier.endpoint(),
                earlier.host(),
                Samples.addresses(earlier.addresses(), later.addresses()),
                earlier.metric(),
                Samples.oldest(earlier.evidence(), later.evidence()));
    }

    private static long[] hashes(long[] some, long[] others) {
        if (others.length == 0) {
            return some;
        }
        SmallestHashes union = new SmallestHashes(SignalSum.MAX_DISTINCT, some);
        for (long hash : others) {
            union.add(hash);
        }
        return union.toArray();
    }
}
