package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Condition;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which signals make a client suspicious: hostile content, looking around, forged lines. */
final class Suspicion {
    private static final String ATTACK = "attack.";
    private static final List<String> FAMILIES = List.of(ATTACK, "probe.", "log.forged");
    private static final int NAMED = 3;

    /** Requests that show something. */
    static final Condition ANY = new Condition.Begins(Field.SIGNALS, FAMILIES);

    /** How many show something. */
    static final Measure SUSPICIOUS = new Measure.Where(ANY);

    /** How many are hostile by their content. */
    static final Measure ATTACKS =
            new Measure.Where(new Condition.Begins(Field.SIGNALS, List.of(ATTACK)));

    private Suspicion() {}

    /** The most frequent signals of each first key, from groups by key and signal. */
    static Map<String, String> named(List<Group> bySignal) {
        Map<String, StringBuilder> texts = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        for (Group group : bySignal) {
            String signal = group.keys().get(1);
            boolean suspicious = FAMILIES.stream().anyMatch(signal::startsWith);
            if (suspicious && named.merge(group.key(), 1, Integer::sum) <= NAMED) {
                StringBuilder text =
                        texts.computeIfAbsent(group.key(), none -> new StringBuilder());
                text.append(text.isEmpty() ? "" : ", ")
                        .append(String.format(Locale.ROOT, "%s %,d", signal, group.count()));
            }
        }
        Map<String, String> all = new HashMap<>();
        texts.forEach((key, text) -> all.put(key, text.toString()));
        return all;
    }
}
