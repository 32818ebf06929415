package io.pumasentinel.cep;

import io.pumasentinel.event.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Bounded samples of evidence and addresses whose choice does not depend on the order of arrival,
 * so that a replay shows the same ones.
 */
final class Samples {
    /** The most lines of evidence and the most addresses that a sum or a finding carries. */
    static final int LIMIT = 10;

    /** Oldest first; inside one millisecond by position. */
    static final Comparator<Evidence> OLDEST_FIRST =
            Comparator.comparingLong(Evidence::timestampMillis).thenComparing(Evidence::position);

    private Samples() {}

    /** The {@value #LIMIT} oldest of both, oldest first, none twice; both are oldest first. */
    static List<Evidence> oldest(List<Evidence> some, List<Evidence> others) {
        if (others.isEmpty()) {
            return some;
        }
        if (some.isEmpty()) {
            return others;
        }
        List<Evidence> merged = new ArrayList<>(LIMIT);
        int i = 0;
        int j = 0;
        while (merged.size() < LIMIT && (i < some.size() || j < others.size())) {
            boolean fromSome = j == others.size() || isFirst(some, i, others.get(j));
            Evidence next = fromSome ? some.get(i++) : others.get(j++);
            if (merged.isEmpty() || !next.equals(merged.get(merged.size() - 1))) {
                merged.add(next);
            }
        }
        return merged;
    }

    /**
     * {@code some} if it holds all of {@code others}, else the first {@value #LIMIT} of both in
     * text order.
     */
    static List<String> addresses(List<String> some, List<String> others) {
        if (some.containsAll(others)) {
            return some;
        }
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all.stream().distinct().sorted().limit(LIMIT).toList();
    }

    private static boolean isFirst(List<Evidence> some, int i, Evidence other) {
        return i < some.size() && OLDEST_FIRST.compare(some.get(i), other) <= 0;
    }
}
