package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the {@code correlation} of one rule, without looking at the rules that it names. */
final class CorrelationReader {
    /** Counting operators keep one bucket a second: a longer memory is no sliding count. */
    private static final long LONGEST_MILLIS = 24 * 3_600_000L;

    private static final int MOST_STEPS = 8;

    private final Section rule;
    private final Problems problems;
    private boolean understood = true;

    CorrelationReader(Section rule) {
        this.rule = rule;
        this.problems = rule.problems();
    }

    /** The correlation; empty, and noted, if anything of it is not understood. */
    Optional<Draft.Correlation> read() {
        rule.expect(new LinkedHashSet<>(keys()));
        Optional<Section> found = rule.section("correlation");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section correlation = found.get();
        correlation.allow(
                new LinkedHashSet<>(
                        List.of(
                                "type",
                                "rules",
                                "group-by",
                                "aliases",
                                "timespan",
                                "condition",
                                "generate")));
        return type(correlation).flatMap(type -> read(correlation, type));
    }

    private Optional<Draft.Correlation> read(Section correlation, CorrelationType type) {
        List<ScalarNode> rules = correlation.texts("rules");
        Map<String, Draft.Alias> aliases = AliasReader.read(correlation);
        List<Field> groupBy = groupBy(correlation, aliases.keySet());
        long timespan = timespan(correlation);
        boolean generate = generate(correlation);
        checkRules(correlation, type, rules);
        Optional<CountCondition> condition =
                isTemporal(type)
                        ? noCondition(correlation, rules)
                        : CountCondition.read(correlation, type);
        if (!understood || condition.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Draft.Correlation(
                        correlation,
                        type,
                        rules,
                        groupBy,
                        used(correlation, aliases),
                        timespan,
                        condition.get().bounds(),
                        condition.get().fields(),
                        generate));
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(MetaReader.KEYS);
        keys.remove("signal");
        keys.add("correlation");
        return keys;
    }

    private Optional<CorrelationType> type(Section correlation) {
        Optional<String> text = correlation.required("type", types());
        Optional<CorrelationType> type =
                text.flatMap(
                        t ->
                                Stream.of(CorrelationType.values())
                                        .filter(v -> spell(v).equals(t))
                                        .findFirst());
        if (text.isPresent() && type.isEmpty()) {
            wrong(correlation, "type", "unknown type", text.get(), types());
        }
        return type;
    }

    private static boolean isTemporal(CorrelationType type) {
        return type == CorrelationType.TEMPORAL_ORDERED || type == CorrelationType.TEMPORAL;
    }

    private void checkRules(Section correlation, CorrelationType type, List<ScalarNode> rules) {
        int least = isTemporal(type) ? 2 : 1;
        if (rules.size() < least || rules.size() > MOST_STEPS) {
            String allowed = least + " to " + MOST_STEPS + " names or ids of rules";
            wrong(correlation, "rules", "wrong number of rules", "" + rules.size(), allowed);
        }
        Set<String> names = rules.stream().map(ScalarNode::getValue).collect(Collectors.toSet());
        if (type != CorrelationType.TEMPORAL_ORDERED && names.size() < rules.size()) {
            wrong(correlation, "rules", "rule twice", "a name again", "each once");
        }
    }

    /** The fields in a fixed order, without the service, which every group has anyway. */
    private List<Field> groupBy(Section correlation, Set<String> aliases) {
        Set<Field> fields = new LinkedHashSet<>();
        for (ScalarNode name : correlation.texts("group-by")) {
            if (aliases.contains(name.getValue())) {
                continue;
            }
            Field field = textField(name, correlation.child("group-by"), problems).orElse(null);
            if (field != null && !fields.add(field)) {
                refuse(name, correlation.child("group-by"), "field twice", name.getValue(), "once");
            }
        }
        fields.remove(Field.SERVICE);
        return fields.stream().sorted().toList();
    }

    /** The aliases that the group-by names, in alphabetical order; a warning for others. */
    private List<Draft.Alias> used(Section correlation, Map<String, Draft.Alias> aliases) {
        Map<String, Draft.Alias> unused = new TreeMap<>(aliases);
        correlation.texts("group-by").forEach(name -> unused.remove(name.getValue()));
        for (Draft.Alias alias : unused.values()) {
            String message = "alias without effect (got %s); one that group-by names";
            String field = correlation.child("aliases") + "." + alias.name();
            problems.warn(alias.node(), field, message.formatted(alias.name()));
        }
        Map<String, Draft.Alias> used = new TreeMap<>(aliases);
        used.keySet().removeAll(unused.keySet());
        return List.copyOf(used.values());
    }

    private long timespan(Section correlation) {
        String allowed = "a number and s, m, h or d, at most 1d";
        String text = correlation.required("timespan", allowed).orElse("");
        int digits = text.length() - 1;
        boolean number =
                digits >= 1
                        && digits <= 6
                        && text.chars().limit(digits).allMatch(CorrelationReader::digit);
        long unit = digits < 0 ? 0 : unitMillis(text.charAt(digits));
        long millis = number ? Long.parseLong(text.substring(0, digits)) * unit : 0;
        if (millis <= 0 || millis > LONGEST_MILLIS) {
            if (text.isEmpty()) {
                understood = false;
            } else {
                wrong(correlation, "timespan", "not a timespan", text, allowed);
            }
        }
        return millis;
    }

    /** The text field that the node names; empty, and noted, if it names none. */
    static Optional<Field> textField(ScalarNode name, String path, Problems problems) {
        return field(name, path, problems, "text field", f -> !f.numeric());
    }

    /** The number that the node names; empty, and noted, if it names none that can be added. */
    static Optional<Field> numberField(ScalarNode name, String path, Problems problems) {
        return field(name, path, problems, "number", f -> f.numeric() && f != Field.TIMESTAMP);
    }

    private static Optional<Field> field(
            ScalarNode name, String path, Problems problems, String what, Predicate<Field> fits) {
        Optional<Field> field = Field.named(name.getValue()).filter(fits);
        if (field.isEmpty()) {
            String allowed =
                    Arrays.stream(Field.values())
                            .filter(fits)
                            .map(Field::canonicalName)
                            .collect(Collectors.joining(", "));
            String message = "not a %s (got %s); one of %s";
            problems.add(name, path, message.formatted(what, name.getValue(), allowed));
        }
        return field;
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static long unitMillis(char unit) {
        return switch (unit) {
            case 's' -> 1_000;
            case 'm' -> 60_000;
            case 'h' -> 3_600_000;
            case 'd' -> 86_400_000;
            default -> 0;
        };
    }

    private boolean generate(Section correlation) {
        String text = correlation.text("generate").orElse("false");
        if (!"true".equals(text) && !"false".equals(text)) {
            wrong(correlation, "generate", "not a truth value", text, "true, false");
        }
        return "true".equals(text);
    }

    /** It holds when all its rules have matched: there is nothing to compare. */
    private Optional<CountCondition> noCondition(Section correlation, List<ScalarNode> rules) {
        Optional<Node> node = correlation.value("condition");
        if (node.isPresent()) {
            String got = Section.describe(node.get());
            String field = correlation.child("condition");
            refuse(
                    node.get(),
                    field,
                    "a temporal correlation has no condition",
                    got,
                    "leave it out");
            return Optional.empty();
        }
        return Optional.of(new CountCondition(Bounds.atLeast(rules.size()), List.of()));
    }

    private void wrong(Section section, String key, String what, String got, String allowed) {
        refuse(section.value(key).orElse(section.node()), section.child(key), what, got, allowed);
    }

    private void refuse(Node node, String field, String what, String got, String allowed) {
        understood = false;
        problems.add(node, field, "%s (got %s); %s".formatted(what, got, allowed));
    }

    private static String types() {
        return Stream.of(CorrelationType.values())
                .map(CorrelationReader::spell)
                .collect(Collectors.joining(", "));
    }

    private static String spell(CorrelationType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
