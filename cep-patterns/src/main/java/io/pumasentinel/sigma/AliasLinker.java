package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Finds the rules that aliases name, and sees that every detection has its field. */
final class AliasLinker {
    private final Map<String, Draft> byReference;

    /** What an alias means in a detection, by group, alias and detection: the same everywhere. */
    private final Map<List<String>, Field> meanings = new HashMap<>();

    AliasLinker(Map<String, Draft> byReference) {
        this.byReference = byReference;
    }

    /** The correlation's aliases; one that does not fit is noted and left out. */
    List<Alias> link(Draft.Correlation own) {
        List<Alias> linked = new ArrayList<>();
        for (Draft.Alias alias : own.aliases()) {
            link(own, alias).ifPresent(linked::add);
        }
        return linked;
    }

    private Optional<Alias> link(Draft.Correlation own, Draft.Alias alias) {
        Set<String> detections = detections(own);
        Map<String, Field> fields = new LinkedHashMap<>();
        boolean fits = alias.understood();
        for (Draft.AliasEntry entry : alias.entries()) {
            Draft target = byReference.get(entry.rule());
            String name = target == null ? "" : target.meta().name();
            String wrong = wrongWith(own, alias, entry, target, detections);
            if (wrong == null && fields.put(name, entry.field()) != null) {
                wrong = "rule twice (got %s); once".formatted(entry.rule());
            }
            if (wrong != null) {
                note(own, alias, entry.node(), wrong);
                fits = false;
            }
        }
        Set<String> lacking = new TreeSet<>(detections);
        lacking.removeAll(fields.keySet());
        if (fits && !lacking.isEmpty()) {
            String message = "detection without a field (got %s); a text field for each";
            note(own, alias, alias.node(), message.formatted(String.join(", ", lacking)));
        }
        return fits && lacking.isEmpty()
                ? Optional.of(new Alias(alias.name(), fields))
                : Optional.empty();
    }

    private Set<String> detections(Draft.Correlation own) {
        Map<String, Draft> found = new TreeMap<>();
        for (ScalarNode reference : own.references()) {
            Draft target = byReference.get(reference.getValue());
            if (target != null && target.detection() != null) {
                found.put(target.meta().name(), target);
            }
        }
        return found.keySet();
    }

    private @Nullable String wrongWith(
            Draft.Correlation own,
            Draft.Alias alias,
            Draft.AliasEntry entry,
            @Nullable Draft target,
            Set<String> detections) {
        if (target == null
                || target.detection() == null
                || !detections.contains(target.meta().name())) {
            return "not a detection of this correlation (got %s); one of %s"
                    .formatted(entry.rule(), String.join(", ", detections));
        }
        if (!entry.field().sources().contains(target.detection().source())) {
            return "rule whose events never have %s (got %s); a field that they have"
                    .formatted(entry.field().canonicalName(), entry.rule());
        }
        Field other =
                meanings.putIfAbsent(
                        List.of(own.groupText(), alias.name(), target.meta().name()),
                        entry.field());
        return other == null || other == entry.field()
                ? null
                : "another field than in another correlation by %s (got %s, there %s); a new name"
                        .formatted(
                                own.groupText(),
                                entry.field().canonicalName(),
                                other.canonicalName());
    }

    private static void note(Draft.Correlation own, Draft.Alias alias, Node place, String message) {
        String field = own.section().child("aliases") + "." + alias.name();
        own.section().problems().add(place, field, message);
    }
}
