package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loaded rules that fit together: every name resolves, nothing is circular. */
public final class RuleSet {
    private final List<DetectionRule> detections;
    private final List<CorrelationRule> correlations;
    private final List<Problem> warnings;
    private final Map<LogSource, List<DetectionRule>> bySource = new EnumMap<>(LogSource.class);
    private final Map<String, RuleMeta> metas = new LinkedHashMap<>();
    private final Map<String, List<Use>> uses = new LinkedHashMap<>();

    RuleSet(
            List<DetectionRule> detections,
            List<CorrelationRule> correlations,
            List<Problem> warnings) {
        this.warnings = List.copyOf(warnings);
        this.detections = List.copyOf(detections);
        this.correlations = List.copyOf(correlations);
        for (LogSource source : LogSource.values()) {
            bySource.put(source, detections.stream().filter(r -> r.source() == source).toList());
        }
        detections.forEach(rule -> metas.put(rule.meta().name(), rule.meta()));
        correlations.forEach(rule -> metas.put(rule.meta().name(), rule.meta()));
        detections.forEach(rule -> uses.put(rule.meta().name(), collectUses(rule)));
    }

    /** What the rules say that is allowed but has no effect: fields and sources never seen here. */
    public List<Problem> warnings() {
        return warnings;
    }

    /** All rules over single events, in the order of loading. */
    public List<DetectionRule> detections() {
        return detections;
    }

    /** The rules that read {@code source}, in the order of loading. */
    public List<DetectionRule> detectionsFor(LogSource source) {
        return bySource.getOrDefault(source, List.of());
    }

    /** All correlations; each after the correlations that it refers to. */
    public List<CorrelationRule> correlations() {
        return correlations;
    }

    /**
     * How the matches of a detection must be grouped for the correlations that refer to it and, if
     * it alerts by itself, for its alert; empty if nobody needs them or there is no such rule.
     */
    public List<Use> usesOf(String detectionName) {
        return uses.getOrDefault(detectionName, List.of());
    }

    /** What the rules say about themselves, in the order of loading. */
    public Collection<RuleMeta> metas() {
        return Collections.unmodifiableCollection(metas.values());
    }

    /** What the rule called {@code name} says about itself. */
    public Optional<RuleMeta> meta(String name) {
        return Optional.ofNullable(metas.get(name));
    }

    private List<Use> collectUses(DetectionRule rule) {
        Set<Use> found = new LinkedHashSet<>();
        for (CorrelationRule correlation : correlations) {
            if (correlation.rules().contains(rule.meta().name())) {
                found.add(correlation.useOf(rule.meta().name()));
            }
        }
        if (rule.alerting()) {
            found.add(new Use(rule.alertGroupBy(), List.of()));
        }
        return new ArrayList<>(found);
    }
}
