package io.pumasentinel.cli.review;

import java.util.List;
import java.util.Locale;

/** Turns of phrase of the tables. */
final class Words {
    private static final int NAMED = 3;

    private Words() {}

    /** {@code 1 alert}, {@code 2 alerts}. */
    static String number(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** The first three different ones, and how many more. */
    static String some(List<String> all) {
        List<String> names = all.stream().distinct().toList();
        String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
        int more = names.size() - NAMED;
        return more > 0 ? first + " and " + more + " more" : first;
    }

    static String capitalised(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
