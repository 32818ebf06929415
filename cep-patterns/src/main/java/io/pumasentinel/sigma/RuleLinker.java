package io.pumasentinel.sigma;

import io.pumasentinel.event.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Joins the documents of all files: resolves names, checks what they mean to each other. */
final class RuleLinker {
    private final List<Draft> drafts;
    private final Map<String, Draft> byReference = new HashMap<>();
    private final AliasLinker aliases = new AliasLinker(byReference);
    private final Set<String> referred = new HashSet<>();
    private final Set<String> generated = new HashSet<>();

    RuleLinker(List<Draft> drafts) {
        this.drafts = drafts;
    }

    /** The rules; what does not fit together is noted and left out. */
    RuleSet link(List<Problem> warnings) {
        for (Draft draft : drafts) {
            register(draft, "name", draft.meta().name());
            register(draft, "id", draft.meta().id());
        }
        drafts.forEach(this::checkReferences);
        List<DetectionRule> detections = new ArrayList<>();
        List<CorrelationRule> counts = new ArrayList<>();
        List<CorrelationRule> sequences = new ArrayList<>();
        for (Draft draft : drafts) {
            boolean alerting = alerting(draft.meta());
            if (draft.detection() != null) {
                Draft.Detection own = draft.detection();
                detections.add(
                        new DetectionRule(
                                draft.meta(), own, narrowed(draft.meta(), own), alerting));
            } else if (draft.correlation() != null) {
                boolean count = draft.correlation().type() != CorrelationType.TEMPORAL_ORDERED;
                (count ? counts : sequences).add(rule(draft.meta(), draft.correlation(), alerting));
            }
        }
        counts.addAll(sequences);
        return new RuleSet(detections, counts, warnings);
    }

    /** The rule's condition and those of all filters that name it. */
    private Matcher narrowed(RuleMeta meta, Draft.Detection own) {
        List<Matcher> parts = new ArrayList<>(List.of(own.condition()));
        for (Draft draft : drafts) {
            Draft.Filter filter = draft.filter();
            if (filter != null && filter.source() == own.source() && concerns(filter, meta)) {
                parts.add(filter.admits());
            }
        }
        return Matchers.all(parts);
    }

    private static boolean concerns(Draft.Filter filter, RuleMeta meta) {
        return filter.references().isEmpty()
                || filter.references().stream()
                        .map(ScalarNode::getValue)
                        .anyMatch(name -> name.equals(meta.name()) || name.equals(meta.id()));
    }

    private void checkFilter(Draft draft, Draft.Filter filter) {
        for (ScalarNode reference : filter.references()) {
            Draft target = byReference.get(reference.getValue());
            String field = filter.section().child("rules");
            String wrong = null;
            if (target == null) {
                wrong = "no such rule (got %s); the name or id of a loaded rule, or any";
            } else if (target.detection() == null
                    || target.detection().source() != filter.source()) {
                wrong = "not a rule over this logsource (got %s); such rules, or any";
            }
            if (wrong != null) {
                draft.section()
                        .problems()
                        .add(reference, field, wrong.formatted(reference.getValue()));
            }
        }
    }

    private void register(Draft draft, String key, String reference) {
        Draft other = reference.isEmpty() ? null : byReference.putIfAbsent(reference, draft);
        if (other != null) {
            String message = "already taken by %s (got %s); unique among all rules";
            add(draft, draft.section(), key, message.formatted(other.meta().file(), reference));
        }
    }

    private void checkReferences(Draft draft) {
        if (draft.filter() != null) {
            checkFilter(draft, draft.filter());
        }
        if (draft.correlation() == null) {
            return;
        }
        for (ScalarNode reference : draft.correlation().references()) {
            Draft target = byReference.get(reference.getValue());
            String wrong = wrongWith(draft, draft.correlation(), reference, target);
            if (wrong != null) {
                String field = draft.correlation().section().child("rules");
                draft.section().problems().add(reference, field, wrong);
            } else if (target != null) {
                referred.add(target.meta().name());
                if (draft.correlation().generate()) {
                    generated.add(target.meta().name());
                }
            }
        }
    }

    private @Nullable String wrongWith(
            Draft draft, Draft.Correlation own, ScalarNode reference, @Nullable Draft target) {
        String name = reference.getValue();
        if (target == null) {
            return "no such rule (got " + name + "); the name or id of a loaded rule";
        }
        if (reaches(target, draft.meta().name(), new LinkedHashSet<>())) {
            return "circular (got " + name + "); rules that do not lead back here";
        }
        if (target.detection() != null) {
            return missingField(own, target.detection(), name);
        }
        if (target.correlation() == null) {
            return null;
        }
        if (own.type() != CorrelationType.TEMPORAL_ORDERED) {
            return "a count over a correlation (got " + name + "); detections only";
        }
        if (target.correlation().type() == CorrelationType.TEMPORAL_ORDERED) {
            return "a sequence as a step (got " + name + "); detections and counts";
        }
        if (!target.correlation().groupText().equals(own.groupText())) {
            return "step with another group-by (got %s by %s); the sequence's own, %s"
                    .formatted(name, spell(target.correlation()), spell(own));
        }
        return null;
    }

    private static @Nullable String missingField(
            Draft.Correlation own, Draft.Detection target, String name) {
        Set<Field> needed = new LinkedHashSet<>(own.groupBy());
        needed.addAll(own.fields());
        needed.removeIf(field -> field.sources().contains(target.source()));
        return needed.isEmpty()
                ? null
                : "rule whose events never have %s (got %s); rules of logsources that have it"
                        .formatted(
                                needed.stream()
                                        .map(Field::canonicalName)
                                        .collect(Collectors.joining(", ")),
                                name);
    }

    /** Whether {@code name} can be reached from the draft; terminates whatever the references. */
    private boolean reaches(Draft from, String name, Set<String> seen) {
        if (from.meta().name().equals(name)) {
            return true;
        }
        if (from.correlation() == null || !seen.add(from.meta().name())) {
            return false;
        }
        for (ScalarNode reference : from.correlation().references()) {
            Draft target = byReference.get(reference.getValue());
            if (target != null && reaches(target, name, seen)) {
                return true;
            }
        }
        return false;
    }

    private boolean alerting(RuleMeta meta) {
        boolean own = !referred.contains(meta.name()) || generated.contains(meta.name());
        return own && meta.level() != Level.INFORMATIONAL;
    }

    private CorrelationRule rule(RuleMeta meta, Draft.Correlation own, boolean alerting) {
        List<String> names =
                own.references().stream()
                        .map(reference -> byReference.get(reference.getValue()))
                        .filter(Objects::nonNull)
                        .map(target -> target.meta().name())
                        .toList();
        return new CorrelationRule(
                meta,
                own.type(),
                names,
                own.groupBy(),
                aliases.link(own),
                own.timespanMillis(),
                own.bounds(),
                own.fields(),
                alerting);
    }

    private static void add(Draft draft, Section section, String key, String message) {
        Node place = section.value(key).orElse(section.node());
        draft.section().problems().add(place, section.child(key), message);
    }

    private static String spell(Draft.Correlation correlation) {
        String text = correlation.groupText();
        return text.isEmpty() ? "service" : text.replace(",", ", ");
    }
}
