package io.pumasentinel.sigma;

import io.pumasentinel.event.Level;
import io.pumasentinel.event.Technique;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the keys that detections and correlations have in common. */
final class MetaReader {
    /** Keys that may stand in every rule; those not read here are for people. */
    static final List<String> KEYS =
            List.of(
                    "title",
                    "id",
                    "name",
                    "status",
                    "description",
                    "references",
                    "author",
                    "date",
                    "modified",
                    "tags",
                    "falsepositives",
                    "level",
                    "license",
                    "related",
                    "scope",
                    "taxonomy",
                    "family",
                    "signal");

    private static final Pattern ID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.t\\d.*");
    private static final Set<String> STATUS =
            Set.of("stable", "test", "experimental", "deprecated", "unsupported");

    private MetaReader() {}

    /**
     * What the rule says about itself, as far as it is understood; what is not is noted. A rule
     * without {@code name} is called by its title; a rule without level is informational.
     */
    static RuleMeta read(Section rule) {
        String title = rule.required("title", "one line").orElse("");
        Optional<String> status = rule.text("status");
        if (status.isPresent() && !STATUS.contains(status.get())) {
            wrong(
                    rule,
                    "status",
                    status.get(),
                    String.join(", ", STATUS.stream().sorted().toList()));
        }
        List<ScalarNode> tags = rule.texts("tags");
        return new RuleMeta(
                id(rule),
                name(rule, title),
                title,
                rule.text("description").map(String::strip).orElse(""),
                level(rule),
                techniques(tags, rule),
                family(rule, tags),
                rule.texts("falsepositives").stream().map(ScalarNode::getValue).toList(),
                rule.problems().file(),
                signal(rule));
    }

    private static String id(Section rule) {
        Optional<String> id = rule.required("id", "a UUID in lower case");
        if (id.isPresent() && !ID.matcher(id.get()).matches()) {
            wrong(rule, "id", id.get(), "a UUID in lower case");
        }
        return id.orElse("");
    }

    private static String name(Section rule, String title) {
        Optional<String> name = rule.text("name");
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            wrong(rule, "name", name.get(), "lower-case words joined by dashes");
        }
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return name.orElse(words.replaceAll("^-|-$", ""));
    }

    private static Level level(Section rule) {
        Optional<String> text = rule.text("level");
        Optional<Level> level =
                text.flatMap(
                        t -> Stream.of(Level.values()).filter(l -> spell(l).equals(t)).findFirst());
        if (text.isPresent() && level.isEmpty()) {
            List<String> allowed = Stream.of(Level.values()).map(MetaReader::spell).toList();
            wrong(rule, "level", text.get(), String.join(", ", allowed));
        }
        return level.orElse(Level.INFORMATIONAL);
    }

    /** The techniques among the tags; a technique must belong to one of the tactics among them. */
    private static List<Technique> techniques(List<ScalarNode> tags, Section rule) {
        Set<String> tactics = new LinkedHashSet<>();
        for (ScalarNode tag : tags) {
            Techniques.tactic(tag.getValue()).ifPresent(tactic -> tactics.add(tactic.id()));
        }
        List<Technique> techniques = new ArrayList<>();
        for (ScalarNode tag : tags) {
            Optional<Technique> technique = Techniques.tagged(tag.getValue());
            if (technique.isPresent() && !tactics.contains(technique.get().tacticId())) {
                wrongTag(rule, tag, "technique without its tactic", technique.get().tactic());
            } else if (technique.isEmpty() && TECHNIQUE.matcher(tag.getValue()).matches()) {
                wrongTag(rule, tag, "unknown technique", "one of the table of techniques");
            }
            technique.ifPresent(techniques::add);
        }
        return techniques;
    }

    /** The key {@code family}; else the first tactic among the tags; else {@code other}. */
    private static String family(Section rule, List<ScalarNode> tags) {
        Optional<String> family = rule.text("family");
        if (family.isPresent() && !NAME.matcher(family.get()).matches()) {
            wrong(rule, "family", family.get(), "lower-case words joined by dashes");
        }
        return family.orElseGet(
                () ->
                        tags.stream()
                                .map(ScalarNode::getValue)
                                .filter(tag -> Techniques.tactic(tag).isPresent())
                                .map(tag -> tag.substring("attack.".length()))
                                .findFirst()
                                .orElse("other"));
    }

    private static @Nullable String signal(Section rule) {
        Optional<String> signal = rule.text("signal");
        if (signal.isPresent() && Signal.named(signal.get()).isEmpty()) {
            wrong(rule, "signal", signal.get(), String.join(", ", Signal.names()));
        }
        return signal.orElse(null);
    }

    private static void wrongTag(Section rule, Node tag, String what, String allowed) {
        rule.problems()
                .warn(
                        tag,
                        "tags",
                        "%s (got %s); %s".formatted(what, Section.describe(tag), allowed));
    }

    private static void wrong(Section rule, String key, String got, String allowed) {
        Node place = rule.value(key).orElse(rule.node());
        rule.problems().add(place, key, "not understood (got %s); %s".formatted(got, allowed));
    }

    private static String spell(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
