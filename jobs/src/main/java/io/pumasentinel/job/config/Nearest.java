package io.pumasentinel.job.config;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The allowed name that a wrong one was probably meant to be. */
final class Nearest {

    private Nearest() {}

    /**
     * {@code nearest is 'topic', allowed are topic, service}: without the first part if none is.
     */
    static String advice(String wrong, Collection<String> names) {
        String allowed = "allowed are " + String.join(", ", names);
        return find(wrong, names)
                .map(name -> "nearest is '" + name + "', " + allowed)
                .orElse(allowed);
    }

    static Optional<String> find(String wrong, Collection<String> names) {
        String plain = plain(wrong);
        String best = "";
        int least = Math.max(2, plain.length() / 3) + 1;
        for (String name : names) {
            int distance = distance(plain, plain(name), least);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** Spelling habits of other tools count as no difference: groupId, group_id, group.id. */
    private static String plain(String name) {
        String cut = name.length() > 64 ? name.substring(0, 64) : name;
        return cut.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    }

    /** Levenshtein's distance with one row; {@code bound} if it cannot be less. */
    private static int distance(String a, String b, int bound) {
        if (Math.abs(a.length() - b.length()) >= bound) {
            return bound;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
