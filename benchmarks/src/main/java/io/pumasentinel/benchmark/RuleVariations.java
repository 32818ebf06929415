package io.pumasentinel.benchmark;

import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * More rules like given ones: the same selections, conditions and expressions, with other words in
 * the texts that they look for.
 *
 * <p>The words come from ordinary traffic and from the rules themselves, so that texts begin like
 * what requests hold and no first letter tells that nothing fits. Everything follows from a seed.
 */
final class RuleVariations {
    private static final int SHORTEST_WORD = 3;
    private static final int MOST_DRAWS = 1_000;
    private static final Pattern TEXTS = Pattern.compile("\\|(contains|re|startswith|endswith)");

    private final List<String> words;
    private final Random random;

    RuleVariations(List<String> words, long seed) {
        this.words = List.copyOf(words);
        this.random = new Random(seed);
    }

    /** Whether the rule looks for texts, so that there is something to vary. */
    static boolean looksForTexts(RuleSource rule) {
        return TEXTS.matcher(rule.text()).find();
    }

    /**
     * Variations of the rules in turn.
     *
     * @param admits which ones to keep; another is drawn instead of one that is not
     * @throws IllegalStateException if hardly any is admitted
     */
    List<RuleSource> of(List<RuleSource> rules, int count, Predicate<RuleSource> admits) {
        List<RuleSource> variations = new ArrayList<>();
        for (int draw = 0; variations.size() < count; draw++) {
            if (draw == count * MOST_DRAWS) {
                throw new IllegalStateException(
                        "variations (got " + variations.size() + "); " + count);
            }
            RuleSource variation = vary(rules.get(draw % rules.size()), draw);
            if (admits.test(variation)) {
                variations.add(variation);
            }
        }
        return variations;
    }

    private RuleSource vary(RuleSource rule, int number) {
        StringBuilder text = new StringBuilder();
        boolean inDetection = false;
        boolean inTexts = false;
        for (String line : rule.text().lines().toList()) {
            if (!line.startsWith(" ")) {
                inDetection = line.startsWith("detection:");
            }
            boolean item = line.stripLeading().startsWith("- ");
            inTexts = item ? inTexts : TEXTS.matcher(line).find();
            text.append(inDetection && inTexts ? variedValue(line, item) : renamed(line, number))
                    .append('\n');
        }
        return new RuleSource("variation-" + number + ".yml", text.toString());
    }

    private String variedValue(String line, boolean item) {
        int value = item ? line.indexOf("- ") + 2 : line.indexOf(": ") + 2;
        return value < 2 ? line : line.substring(0, value) + otherWords(line.substring(value));
    }

    /** Another word for every one of at least three letters; what a backslash escapes stays. */
    private String otherWords(String value) {
        StringBuilder other = new StringBuilder();
        int at = 0;
        while (at < value.length()) {
            int end = at;
            while (end < value.length() && isLetter(value.charAt(end))) {
                end++;
            }
            if (end - at >= SHORTEST_WORD) {
                other.append(words.get(random.nextInt(words.size())));
            } else {
                end = Math.max(end, at + (value.charAt(at) == '\\' ? 2 : 1));
                other.append(value, at, Math.min(end, value.length()));
            }
            at = end;
        }
        return other.toString();
    }

    private String renamed(String line, int number) {
        if (line.startsWith("name: ")) {
            return line + "-variation-" + number;
        }
        if (line.startsWith("id: ")) {
            return "id: " + new UUID(random.nextLong(), random.nextLong());
        }
        return line.startsWith("level: ") ? "level: low" : line;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
