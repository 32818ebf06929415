package io.pumasentinel.benchmark;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.LogSource;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The sets of rules whose cost is compared. */
final class RuleSets {
    private static final long SEED = 20261127;
    private static final int LINES_TO_JUDGE = 4096;

    /** A variation that ordinary lines match more often than this is no rule that anybody keeps. */
    private static final double MOST_MATCHING = 0.001;

    private final List<EventView> ordinary;
    private final List<String> words;

    RuleSets(List<CapturedLine> ordinaryLines) {
        ordinary = ordinaryLines.stream().limit(LINES_TO_JUDGE).flatMap(RuleSets::view).toList();
        TreeSet<String> found = new TreeSet<>();
        ordinaryLines.forEach(line -> found.addAll(wordsOf(target(line))));
        singleEvent().forEach(rule -> found.addAll(wordsOf(detectionOf(rule))));
        words = List.copyOf(found);
    }

    /** The shipped rules over single events. */
    static List<RuleSource> singleEvent() {
        return RuleLoader.shipped().stream().filter(rule -> !isCorrelation(rule)).toList();
    }

    /** How many of the rules are correlations. */
    static long correlations(List<RuleSource> rules) {
        return rules.stream().filter(RuleSets::isCorrelation).count();
    }

    /**
     * The shipped rules over single events, and variations of those that look for texts in access
     * lines, until {@code count} read access lines.
     */
    List<RuleSource> withVariations(int count) throws InvalidRules {
        List<RuleSource> rules = new ArrayList<>(singleEvent());
        int missing = count - RuleLoader.load(rules).detectionsFor(LogSource.WEBSERVER).size();
        List<RuleSource> toVary =
                rules.stream()
                        .filter(rule -> rule.text().contains("category: webserver"))
                        .filter(RuleVariations::looksForTexts)
                        .filter(rule -> !rule.text().contains("user_agent"))
                        .toList();
        rules.addAll(new RuleVariations(words, SEED).of(toVary, missing, this::isRare));
        return rules;
    }

    private boolean isRare(RuleSource variation) {
        try {
            DetectionRule rule = RuleLoader.load(List.of(variation)).detections().get(0);
            long matching = ordinary.stream().filter(rule::matches).count();
            return matching <= MOST_MATCHING * ordinary.size();
        } catch (InvalidRules invalid) {
            throw new IllegalStateException(invalid.getMessage(), invalid);
        }
    }

    private static boolean isCorrelation(RuleSource rule) {
        return rule.text().contains("\ncorrelation:");
    }

    private static String detectionOf(RuleSource rule) {
        String text = rule.text();
        return text.substring(text.indexOf("\ndetection:"), text.indexOf("\n  condition:"));
    }

    private static List<String> wordsOf(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .filter(word -> word.length() >= 3)
                .toList();
    }

    private static String target(CapturedLine line) {
        String text = new String(line.bytes(), StandardCharsets.ISO_8859_1);
        return text.substring(text.indexOf('"') + 1, text.lastIndexOf(" HTTP/"));
    }

    private static Stream<EventView> view(CapturedLine line) {
        List<PumaEvent> events = new ArrayList<>();
        Origin origin = new Origin("shop", "web-1", Position.ofLine("access.log", 1));
        new LineIngest(IngestSettings.defaults())
                .ingest(RawLine.of(line.bytes(), origin), events::add);
        return events.stream().filter(event -> event.access() != null).map(Views::of);
    }
}
