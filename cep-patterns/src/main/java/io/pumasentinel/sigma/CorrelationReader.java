package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the {@code correlation} of one rule, without looking at the rules that it names. */
final class CorrelationReader {
    /** Counting operators keep one bucket a second: a longer memory is no sliding count. */
    private static final long LONGEST_MILLIS = 24 * 3_600_000L;

    private static final long MOST = 1_000_000;
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
        rule.allow(new LinkedHashSet<>(keys()));
        Optional<Section> found = rule.section("correlation");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Section correlation = found.get();
        correlation.allow(
                new LinkedHashSet<>(
                        List.of("type", "rules", "group-by", "timespan", "condition", "generate")));
        Optional<CorrelationType> type = type(correlation);
        List<ScalarNode> rules = correlation.texts("rules");
        List<Field> groupBy = groupBy(correlation);
        long timespan = timespan(correlation);
        boolean generate = generate(correlation);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        checkRules(correlation, type.get(), rules);
        boolean sequence = type.get() == CorrelationType.TEMPORAL_ORDERED;
        long threshold = sequence ? noCondition(correlation, rules) : threshold(correlation);
        Field value = type.get() == CorrelationType.VALUE_COUNT ? valueField(correlation) : null;
        return understood
                ? Optional.of(
                        new Draft.Correlation(
                                correlation,
                                type.get(),
                                rules,
                                groupBy,
                                timespan,
                                threshold,
                                value,
                                generate))
                : Optional.empty();
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

    private void checkRules(Section correlation, CorrelationType type, List<ScalarNode> rules) {
        int least = type == CorrelationType.TEMPORAL_ORDERED ? 2 : 1;
        if (rules.size() < least || rules.size() > MOST_STEPS) {
            String allowed = least + " to " + MOST_STEPS + " names or ids of rules";
            wrong(correlation, "rules", "wrong number of rules", "" + rules.size(), allowed);
        }
        Set<String> names = rules.stream().map(ScalarNode::getValue).collect(Collectors.toSet());
        if (least == 1 && names.size() < rules.size()) {
            wrong(correlation, "rules", "rule twice", "a name again", "each once");
        }
    }

    /** The fields in a fixed order, without the service, which every group has anyway. */
    private List<Field> groupBy(Section correlation) {
        Set<Field> fields = new LinkedHashSet<>();
        for (ScalarNode name : correlation.texts("group-by")) {
            Field field = field(name, correlation.child("group-by"));
            if (field != null && !fields.add(field)) {
                refuse(name, correlation.child("group-by"), "field twice", name.getValue(), "once");
            }
        }
        fields.remove(Field.SERVICE);
        return fields.stream().sorted().toList();
    }

    private @Nullable Field field(ScalarNode name, String path) {
        Optional<Field> field = Field.named(name.getValue()).filter(f -> !f.numeric());
        if (field.isEmpty()) {
            String allowed =
                    Arrays.stream(Field.values())
                            .filter(f -> !f.numeric())
                            .map(Field::canonicalName)
                            .collect(Collectors.joining(", "));
            refuse(name, path, "not a text field", name.getValue(), "one of " + allowed);
        }
        return field.orElse(null);
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

    private long noCondition(Section correlation, List<ScalarNode> rules) {
        correlation
                .value("condition")
                .ifPresent(
                        node ->
                                refuse(
                                        node,
                                        correlation.child("condition"),
                                        "a sequence has no condition",
                                        Section.describe(node),
                                        "leave it out"));
        return rules.size();
    }

    private long threshold(Section correlation) {
        String allowed = "gte or gt with a number from 1 to " + MOST;
        Optional<Section> condition = correlation.section("condition");
        if (condition.isEmpty()) {
            if (!correlation.keys().contains("condition")) {
                wrong(correlation, "condition", "missing", "nothing", allowed);
            }
            understood = false;
            return 0;
        }
        condition.get().allow(new LinkedHashSet<>(List.of("gte", "gt", "field")));
        Set<String> operators = new LinkedHashSet<>(condition.get().keys());
        operators.retainAll(Set.of("gte", "gt"));
        String operator = operators.size() == 1 ? operators.iterator().next() : "";
        String text = operator.isEmpty() ? "" : condition.get().text(operator).orElse("");
        boolean number =
                !text.isEmpty()
                        && text.length() <= 7
                        && text.chars().allMatch(CorrelationReader::digit);
        long least = number ? Long.parseLong(text) + ("gt".equals(operator) ? 1 : 0) : 0;
        if (least < 1 || least > MOST) {
            String got = operator.isEmpty() ? String.join(", ", operators) : operator + " " + text;
            wrong(
                    correlation,
                    "condition",
                    "not a condition",
                    got.isEmpty() ? "none" : got,
                    allowed);
        }
        return least;
    }

    private @Nullable Field valueField(Section correlation) {
        Optional<Section> condition = correlation.section("condition");
        List<ScalarNode> names = condition.map(c -> c.texts("field")).orElse(List.of());
        if (names.size() != 1) {
            String got = names.isEmpty() ? "nothing" : names.size() + " fields";
            wrong(correlation, "condition", "no field to count", got, "field: one text field");
            return null;
        }
        return field(names.get(0), correlation.child("condition.field"));
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
