package io.pumasentinel.cep;

import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.EventView;
import io.pumasentinel.sigma.LogSource;
import io.pumasentinel.sigma.RulePrefilter;
import io.pumasentinel.sigma.RuleSet;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Says which single-event rules an event matches.
 *
 * <p>Allocates nothing when no rule matches, nor for a combination of rules that it has seen before
 * (the {@value #KEPT} most recent ones of each log source are kept). Not thread-safe: one instance
 * an operator.
 */
public final class Classifier {
    private static final int KEPT = 256;

    private final Map<LogSource, SourceRules> bySource = new EnumMap<>(LogSource.class);

    /** Classifies by the detections of {@code rules}. */
    public Classifier(RuleSet rules) {
        for (LogSource source : LogSource.values()) {
            bySource.put(
                    source,
                    new SourceRules(rules.detectionsFor(source).toArray(new DetectionRule[0])));
        }
    }

    /** The rules that {@code view} matches, {@link Classification#NONE} if there is none. */
    public Classification classify(EventView view) {
        SourceRules ofSource = bySource.get(view.source());
        return ofSource == null ? Classification.NONE : ofSource.classify(view);
    }

    /**
     * The rules that at least one of the views matches, in the rules' order.
     *
     * @param views of one event: all of one log source
     */
    public Classification classify(List<EventView> views) {
        SourceRules ofSource = views.isEmpty() ? null : bySource.get(views.get(0).source());
        return ofSource == null ? Classification.NONE : ofSource.classify(views);
    }

    /** The rules of one log source; the matches of an event are a set of their indices. */
    private static final class SourceRules {
        private final DetectionRule[] rules;
        private final RulePrefilter prefilter;
        private final BitSet matched;
        private final Map<BitSet, Classification> seen =
                new LinkedHashMap<>(16, 0.75f, true) {
                    @Override
                    protected boolean removeEldestEntry(Map.Entry<BitSet, Classification> eldest) {
                        return size() > KEPT;
                    }
                };

        SourceRules(DetectionRule[] rules) {
            this.rules = rules;
            this.prefilter = new RulePrefilter(List.of(rules));
            this.matched = new BitSet(rules.length);
        }

        Classification classify(EventView view) {
            boolean any = false;
            BitSet candidates = prefilter.candidates(view);
            for (int i = candidates.nextSetBit(0); i >= 0; i = candidates.nextSetBit(i + 1)) {
                if (rules[i].matches(view)) {
                    if (!any) {
                        matched.clear();
                        any = true;
                    }
                    matched.set(i);
                }
            }
            return any ? combination() : Classification.NONE;
        }

        Classification classify(List<EventView> views) {
            matched.clear();
            for (int i = 0; i < rules.length; i++) {
                DetectionRule rule = rules[i];
                matched.set(i, views.stream().anyMatch(rule::matches));
            }
            return matched.isEmpty() ? Classification.NONE : combination();
        }

        private Classification combination() {
            Classification known = seen.get(matched);
            if (known != null) {
                return known;
            }
            Classification fresh =
                    new Classification(
                            matched.stream()
                                    .mapToObj(i -> rules[i].meta().signal())
                                    .filter(Objects::nonNull)
                                    .distinct()
                                    .toList(),
                            matched.stream().mapToObj(i -> rules[i].meta().name()).toList());
            seen.put((BitSet) matched.clone(), fresh);
            return fresh;
        }
    }
}
