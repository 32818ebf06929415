package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the {@code logsource} and {@code detection} of one rule. */
final class DetectionReader {
    private static final Pattern SELECTION = Pattern.compile("[A-Za-z0-9_-]+");

    private final Section rule;
    private final Problems problems;

    DetectionReader(Section rule) {
        this.rule = rule;
        this.problems = rule.problems();
    }

    /** The compiled detection; empty, and noted, if anything of it is not understood. */
    Optional<Draft.Detection> read() {
        Set<String> keys = new LinkedHashSet<>(MetaReader.KEYS);
        keys.addAll(List.of("logsource", "detection", "fields"));
        rule.expect(keys);
        for (String key : List.of("logsource", "detection")) {
            if (!rule.keys().contains(key)) {
                problems.add(rule.node(), key, "missing (got nothing); a map");
            }
        }
        Optional<LogSource> source = rule.section("logsource").flatMap(DetectionReader::source);
        Optional<Section> detection = rule.section("detection");
        if (source.isEmpty() || detection.isEmpty()) {
            return Optional.empty();
        }
        List<RuleLine> lines = new ArrayList<>();
        return condition(detection.get(), source.get(), Set.of("condition"), lines)
                .map(
                        condition ->
                                new Draft.Detection(
                                        source.get(),
                                        condition,
                                        lines,
                                        detection.get().texts("condition").stream()
                                                .map(ScalarNode::getValue)
                                                .toList()));
    }

    /**
     * What the rule reads; empty, with a warning, for what no event here is.
     *
     * @param logsource the rule's or the filter's
     */
    static Optional<LogSource> source(Section logsource) {
        logsource.allow(
                new LinkedHashSet<>(List.of("category", "product", "service", "definition")));
        String product = logsource.text("product").orElse("");
        String category = logsource.text("category").orElse("");
        String service = logsource.text("service").orElse("");
        Optional<LogSource> source =
                service.isEmpty() ? named(product, category) : Optional.empty();
        if (source.isEmpty()) {
            logsource
                    .problems()
                    .warn(
                            logsource.node(),
                            "logsource",
                            ("no such events here (got product %s, category %s, service %s);"
                                 + " category webserver, product ruby_on_rails with category"
                                 + " application, or product puma with category error, lifecycle,"
                                 + " stats, unparsed, window or client")
                                    .formatted(orNone(product), orNone(category), orNone(service)));
        }
        return source;
    }

    private static Optional<LogSource> named(String product, String category) {
        boolean puma = "puma".equals(product);
        return switch (category) {
            case "webserver" ->
                    Optional.of(LogSource.WEBSERVER).filter(s -> product.isEmpty() || puma);
            case "application" ->
                    Optional.of(LogSource.ERROR).filter(s -> "ruby_on_rails".equals(product));
            case "error" -> Optional.of(LogSource.ERROR).filter(s -> puma);
            case "lifecycle" -> Optional.of(LogSource.LIFECYCLE).filter(s -> puma);
            case "stats" -> Optional.of(LogSource.STATS).filter(s -> puma);
            case "unparsed" -> Optional.of(LogSource.UNPARSED).filter(s -> puma);
            case "window" -> Optional.of(LogSource.WINDOW).filter(s -> puma);
            case "client" -> Optional.of(LogSource.CLIENT).filter(s -> puma);
            default -> Optional.empty();
        };
    }

    /**
     * The selections and the condition of a {@code detection} or {@code filter}.
     *
     * @param others keys of the map that are no selections
     * @param lines where the lines of the selections go
     */
    static Optional<Matcher> condition(
            Section detection, LogSource source, Set<String> others, List<RuleLine> lines) {
        Map<String, Matcher> selections = new LinkedHashMap<>();
        boolean understood = true;
        for (String name : detection.keys()) {
            if (!others.contains(name)) {
                Optional<Matcher> selection = selection(detection, name, source, lines);
                selection.ifPresent(matcher -> selections.put(name, matcher));
                understood &= selection.isPresent();
            }
        }
        if (!detection.keys().contains("condition")) {
            detection.required("condition", "such as selection");
            return Optional.empty();
        }
        List<ScalarNode> conditions = detection.texts("condition");
        List<Matcher> parts = new ArrayList<>();
        for (ScalarNode condition : understood ? conditions : List.<ScalarNode>of()) {
            compiled(condition, selections, detection).ifPresent(parts::add);
        }
        return parts.isEmpty() || parts.size() < conditions.size()
                ? Optional.empty()
                : Optional.of(Matchers.any(parts));
    }

    private static Optional<Matcher> compiled(
            ScalarNode condition, Map<String, Matcher> selections, Section detection) {
        try {
            return Optional.of(ConditionParser.compile(condition.getValue(), selections));
        } catch (ConditionParser.Refused refused) {
            int offset = offsetInLine(condition, refused.offset());
            String field = detection.child("condition");
            String message = String.valueOf(refused.getMessage());
            detection.problems().add(condition.getStartMark(), offset, field, message);
            return Optional.empty();
        }
    }

    /** Where a character of the value stands behind the node's mark; 0 if that is another line. */
    private static int offsetInLine(ScalarNode node, int offset) {
        return switch (node.getScalarStyle()) {
            case PLAIN -> offset;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> offset + 1;
            default -> 0;
        };
    }

    private static Optional<Matcher> selection(
            Section detection, String name, LogSource source, List<RuleLine> lines) {
        String path = detection.child(name);
        if ("timeframe".equals(name) || !SELECTION.matcher(name).matches()) {
            String hint =
                    "timeframe".equals(name)
                            ? "a correlation rule with timespan"
                            : "letters, digits, _ and -";
            String message = "no selection (got " + name + "); " + hint;
            detection.problems().add(detection.keyNode(name), path, message);
            return Optional.empty();
        }
        Node node = detection.value(name).orElseThrow();
        return new SelectionReader(source, detection.problems(), name, lines).read(node, path);
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
