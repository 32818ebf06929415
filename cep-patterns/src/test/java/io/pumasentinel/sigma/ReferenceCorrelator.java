package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What correlations mean, written to be read, not to be fast: all matches are kept and every window
 * is counted anew. The catalogue's cases are judged by it.
 */
final class ReferenceCorrelator {

    /** A rule held for a group at a second. {@code order} is the position among all events. */
    record Held(String rule, String group, long second, int order) {}

    private final RuleSet rules;
    private final List<EventView> views;
    private final Map<String, Map<List<Field>, List<Held>>> matches = new HashMap<>();
    private final Map<String, List<Held>> held = new LinkedHashMap<>();

    private ReferenceCorrelator(RuleSet rules, List<EventView> views) {
        this.rules = rules;
        this.views = views;
    }

    /** By rule, all moments at which it held, in event-time order. */
    static Map<String, List<Held>> run(RuleSet rules, List<EventView> inAnyOrder) {
        List<EventView> views = new ArrayList<>(inAnyOrder);
        views.sort(
                Comparator.comparingLong((EventView v) -> v.timestampMillis() / 1000)
                        .thenComparing(EventView::position));
        ReferenceCorrelator correlator = new ReferenceCorrelator(rules, views);
        for (DetectionRule rule : rules.detections()) {
            correlator.held.put(
                    rule.meta().name(), correlator.matchesOf(rule, rule.alertGroupBy()));
        }
        for (CorrelationRule rule : rules.correlations()) {
            List<Held> found =
                    rule.type() == CorrelationType.TEMPORAL_ORDERED
                            ? correlator.sequence(rule)
                            : correlator.count(rule);
            correlator.held.put(rule.meta().name(), found);
        }
        return correlator.held;
    }

    private List<Held> count(CorrelationRule rule) {
        List<Held> all = new ArrayList<>();
        for (String name : rule.rules()) {
            all.addAll(matchesOf(detection(name), rule.useOf(name).groupBy()));
        }
        all.sort(Comparator.comparingInt(Held::order));
        Map<String, List<Held>> recent = new HashMap<>();
        List<Held> found = new ArrayList<>();
        List<Double> sizes = new ArrayList<>();
        for (Held match : all) {
            List<Held> window = recent.computeIfAbsent(match.group(), g -> new ArrayList<>());
            window.add(match);
            window.removeIf(m -> m.second() <= match.second() - rule.timespanMillis() / 1000);
            sizes.add(ReferenceMeasure.of(rule, window, views));
        }
        for (int i = 0; i < all.size(); i++) {
            double size = sizes.get(i);
            boolean good =
                    rule.bounds().admitsForGood(size) || rule.type() == CorrelationType.VALUE_AVG;
            if (rule.bounds().admits(size) && (good || stays(rule, all, sizes, all.get(i)))) {
                found.add(named(rule, all.get(i)));
            }
        }
        return found;
    }

    /** Whether no window that overlaps the match's counts too much. */
    private static boolean stays(
            CorrelationRule rule, List<Held> all, List<Double> sizes, Held match) {
        for (int i = 0; i < all.size(); i++) {
            Held other = all.get(i);
            boolean overlaps =
                    other.group().equals(match.group())
                            && Math.abs(other.second() - match.second())
                                    < rule.timespanMillis() / 1000;
            if (overlaps && sizes.get(i) > rule.bounds().most()) {
                return false;
            }
        }
        return true;
    }

    private List<Held> sequence(CorrelationRule rule) {
        Map<String, long[]> begun = new HashMap<>();
        List<Held> found = new ArrayList<>();
        for (int order = 0; order < views.size(); order++) {
            for (int step = rule.rules().size() - 1; step >= 0; step--) {
                for (Held held : stepAt(rule, step, order)) {
                    advance(rule, begun, held, step, found);
                }
            }
        }
        return found;
    }

    private static void advance(
            CorrelationRule rule,
            Map<String, long[]> begun,
            Held held,
            int step,
            List<Held> found) {
        int steps = rule.rules().size();
        long[] starts = begun.computeIfAbsent(held.group(), g -> never(steps));
        long start = step == 0 ? held.second() : starts[step - 1];
        if (start == Long.MIN_VALUE || held.second() - start > rule.timespanMillis() / 1000) {
            return;
        }
        starts[step] = Math.max(starts[step], start);
        if (step == steps - 1) {
            found.add(named(rule, held));
        }
    }

    private List<Held> stepAt(CorrelationRule rule, int step, int order) {
        String name = rule.rules().get(step);
        List<Held> all =
                held.containsKey(name) && rules.usesOf(name).isEmpty()
                        ? held.get(name)
                        : matchesOf(detection(name), rule.useOf(name).groupBy());
        return at(all, order);
    }

    private static List<Held> at(List<Held> sorted, int order) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).order() < order) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < sorted.size() && sorted.get(low).order() == order
                ? List.of(sorted.get(low))
                : List.of();
    }

    private List<Held> matchesOf(DetectionRule rule, List<Field> groupBy) {
        return matches.computeIfAbsent(rule.meta().name(), n -> new HashMap<>())
                .computeIfAbsent(groupBy, fields -> evaluate(rule, fields));
    }

    private List<Held> evaluate(DetectionRule rule, List<Field> groupBy) {
        List<Held> found = new ArrayList<>();
        for (int order = 0; order < views.size(); order++) {
            EventView view = views.get(order);
            String group = group(view, groupBy);
            if (group != null && rule.matches(view)) {
                found.add(
                        new Held(rule.meta().name(), group, view.timestampMillis() / 1000, order));
            }
        }
        return found;
    }

    private static @Nullable String group(EventView view, List<Field> groupBy) {
        StringBuilder key = new StringBuilder(view.service());
        for (Field field : groupBy) {
            String value = view.text(field);
            if (value == null) {
                return null;
            }
            key.append(' ').append(value);
        }
        return key.toString();
    }

    private DetectionRule detection(String name) {
        return rules.detections().stream()
                .filter(rule -> rule.meta().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Held named(CorrelationRule rule, Held last) {
        return new Held(rule.meta().name(), last.group(), last.second(), last.order());
    }

    private static long[] never(int steps) {
        long[] starts = new long[steps];
        Arrays.fill(starts, Long.MIN_VALUE);
        return starts;
    }
}
