package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

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
        rule.allow(keys);
        for (String key : List.of("logsource", "detection")) {
            if (!rule.keys().contains(key)) {
                problems.add(rule.node(), key, "missing (got nothing); a map");
            }
        }
        Optional<LogSource> source = rule.section("logsource").flatMap(this::source);
        Optional<Section> detection = rule.section("detection");
        if (source.isEmpty() || detection.isEmpty()) {
            return Optional.empty();
        }
        return condition(detection.get(), source.get())
                .map(condition -> new Draft.Detection(source.get(), condition));
    }

    private Optional<LogSource> source(Section logsource) {
        logsource.allow(new LinkedHashSet<>(List.of("category", "product", "definition")));
        String product = logsource.text("product").orElse("");
        String category = logsource.text("category").orElse("");
        boolean puma = "puma".equals(product);
        Optional<LogSource> source =
                switch (category) {
                    case "webserver" ->
                            Optional.of(LogSource.WEBSERVER).filter(s -> product.isEmpty() || puma);
                    case "error" -> Optional.of(LogSource.ERROR).filter(s -> puma);
                    case "lifecycle" -> Optional.of(LogSource.LIFECYCLE).filter(s -> puma);
                    case "stats" -> Optional.of(LogSource.STATS).filter(s -> puma);
                    case "unparsed" -> Optional.of(LogSource.UNPARSED).filter(s -> puma);
                    case "window" -> Optional.of(LogSource.WINDOW).filter(s -> puma);
                    case "client" -> Optional.of(LogSource.CLIENT).filter(s -> puma);
                    default -> Optional.empty();
                };
        if (source.isEmpty()) {
            problems.add(
                    logsource.node(),
                    "logsource",
                    ("unknown logsource (got product %s, category %s); category webserver, or"
                         + " product puma with category error, lifecycle, stats, unparsed, window"
                         + " or client")
                            .formatted(orNone(product), orNone(category)));
        }
        return source;
    }

    private Optional<Matcher> condition(Section detection, LogSource source) {
        Map<String, Matcher> selections = new LinkedHashMap<>();
        boolean understood = true;
        for (String name : detection.keys()) {
            if (!"condition".equals(name)) {
                Optional<Matcher> selection = selection(detection, name, source);
                selection.ifPresent(matcher -> selections.put(name, matcher));
                understood &= selection.isPresent();
            }
        }
        Optional<String> condition = detection.required("condition", "such as selection");
        if (condition.isEmpty() || !understood) {
            return Optional.empty();
        }
        try {
            return Optional.of(ConditionParser.compile(condition.get(), selections));
        } catch (ConditionParser.Refused refused) {
            Node node = detection.value("condition").orElse(detection.node());
            int offset = offsetInLine(node, refused.offset());
            String field = detection.child("condition");
            problems.add(node.getStartMark(), offset, field, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    /** Where a character of the value stands behind the node's mark; 0 if that is another line. */
    private static int offsetInLine(Node node, int offset) {
        ScalarStyle style = node instanceof ScalarNode s ? s.getScalarStyle() : ScalarStyle.PLAIN;
        return switch (style) {
            case PLAIN -> offset;
            case SINGLE_QUOTED, DOUBLE_QUOTED -> offset + 1;
            default -> 0;
        };
    }

    private Optional<Matcher> selection(Section detection, String name, LogSource source) {
        String path = detection.child(name);
        if ("timeframe".equals(name) || !SELECTION.matcher(name).matches()) {
            String hint =
                    "timeframe".equals(name)
                            ? "a correlation rule with timespan"
                            : "letters, digits, _ and -";
            problems.add(detection.keyNode(name), path, "no selection (got " + name + "); " + hint);
            return Optional.empty();
        }
        Node node = detection.value(name).orElseThrow();
        if (!(node instanceof SequenceNode list)) {
            return fields(node, path, source);
        }
        List<Matcher> parts = new ArrayList<>();
        for (Node item : list.getValue()) {
            fields(item, path, source).ifPresent(parts::add);
        }
        if (list.getValue().isEmpty()) {
            problems.add(node, path, "no selection (got an empty list); maps of fields");
        }
        return parts.isEmpty() || parts.size() < list.getValue().size()
                ? Optional.empty()
                : Optional.of(Matchers.any(parts));
    }

    private Optional<Matcher> fields(Node node, String path, LogSource source) {
        if (!(node instanceof MappingNode)) {
            problems.add(
                    node,
                    path,
                    "keywords without a field are not supported (got %s); a map of fields"
                            .formatted(Section.describe(node)));
            return Optional.empty();
        }
        Section map = Section.of(node, path, problems).orElseThrow();
        List<Matcher> parts = new ArrayList<>();
        for (String key : map.keys()) {
            String place = map.child(key);
            Node value = map.value(key).orElseThrow();
            FieldKey.parse(key, source, map.keyNode(key), place, problems)
                    .flatMap(parsed -> FieldTest.compile(parsed, value, place, problems))
                    .ifPresent(parts::add);
        }
        if (map.keys().isEmpty()) {
            problems.add(node, path, "no selection (got an empty map); at least one field");
        }
        return parts.isEmpty() || parts.size() < map.keys().size()
                ? Optional.empty()
                : Optional.of(Matchers.all(parts));
    }

    private static String orNone(String text) {
        return text.isEmpty() ? "none" : text;
    }
}
