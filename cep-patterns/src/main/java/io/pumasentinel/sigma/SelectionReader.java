package io.pumasentinel.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Compiles one selection: a map of fields, a list of such maps, or keywords, which are looked for
 * in everything that an event of the source says.
 *
 * <p>A field that no event of the source has is noted as a warning and taken for absent.
 */
final class SelectionReader {
    private static final int SHOWN = 6;

    private final LogSource source;
    private final Problems problems;
    private final String selection;
    private final List<RuleLine> lines;

    /**
     * @param selection its name
     * @param lines where its lines go, too
     */
    SelectionReader(LogSource source, Problems problems, String selection, List<RuleLine> lines) {
        this.source = source;
        this.problems = problems;
        this.selection = selection;
        this.lines = lines;
    }

    /** The selection as a predicate; empty, and noted, if anything of it is not understood. */
    Optional<Matcher> read(Node node, String path) {
        if (!(node instanceof SequenceNode list)) {
            return node instanceof ScalarNode ? keywords(node, path) : fields(node, path);
        }
        if (list.getValue().isEmpty()) {
            problems.add(node, path, "no selection (got an empty list); maps of fields, keywords");
            return Optional.empty();
        }
        if (list.getValue().stream().allMatch(item -> item instanceof ScalarNode)) {
            return keywords(list, path);
        }
        List<Matcher> parts = new ArrayList<>();
        for (Node item : list.getValue()) {
            Optional<Matcher> part =
                    item instanceof ScalarNode ? keywords(item, path) : fields(item, path);
            part.ifPresent(parts::add);
        }
        return parts.size() < list.getValue().size()
                ? Optional.empty()
                : Optional.of(Matchers.any(parts));
    }

    private Optional<Matcher> fields(Node node, String path) {
        if (!(node instanceof MappingNode)) {
            problems.add(
                    node,
                    path,
                    "no selection (got " + Section.describe(node) + "); a map of fields, keywords");
            return Optional.empty();
        }
        Section map = Section.of(node, path, problems).orElseThrow();
        List<Matcher> parts = new ArrayList<>();
        for (String key : map.keys()) {
            Optional<Matcher> part = field(map, key);
            part.ifPresent(parts::add);
            part.ifPresent(matcher -> tell(key, map.value(key).orElseThrow(), matcher));
        }
        if (map.keys().isEmpty()) {
            problems.add(node, path, "no selection (got an empty map); at least one field");
        }
        return parts.isEmpty() || parts.size() < map.keys().size()
                ? Optional.empty()
                : Optional.of(Matchers.all(parts));
    }

    private Optional<Matcher> field(Section map, String key) {
        Node value = map.value(key).orElseThrow();
        String path = map.child(key);
        int bar = key.indexOf('|');
        String name = bar < 0 ? key : key.substring(0, bar);
        if (name.isEmpty() || "keywords".equals(name)) {
            return FieldKey.parse(key, null, map.keyNode(key), path, problems)
                    .flatMap(parsed -> keywords(parsed, value, path));
        }
        Optional<Field> field = Field.named(name);
        if (field.isPresent() && field.get().sources().contains(source)) {
            return FieldKey.parse(key, field.get(), map.keyNode(key), path, problems)
                    .flatMap(
                            parsed ->
                                    FieldTest.compile(
                                            parsed, List.of(field.get()), value, path, problems));
        }
        String what =
                field.isPresent() ? "field is never present in this logsource" : "unknown field";
        problems.warn(map.keyNode(key), path, "%s (got %s); %s".formatted(what, name, fieldsOf()));
        return Optional.of(absent(key, value) ? Matchers.always() : Matchers.never());
    }

    /** Whether the line holds for a field that no event has. */
    private static boolean absent(String key, Node value) {
        List<String> modifiers = Arrays.stream(key.split("\\|")).skip(1).toList();
        if (modifiers.contains(Modifier.EXISTS.text())) {
            return "false".equals(Section.describe(value));
        }
        return Section.isNull(value) || modifiers.contains(Modifier.NEQ.text());
    }

    private Optional<Matcher> keywords(Node value, String path) {
        Optional<Matcher> words = keywords(FieldKey.keyword(), value, path);
        words.ifPresent(matcher -> tell("keyword", value, matcher));
        return words;
    }

    private void tell(String key, Node value, Matcher matcher) {
        String shown = Section.describe(value);
        if (value instanceof SequenceNode list) {
            int more = list.getValue().size() - SHOWN;
            shown =
                    list.getValue().stream()
                            .limit(SHOWN)
                            .map(Section::describe)
                            .collect(
                                    Collectors.joining(
                                            ", ", "[", more > 0 ? ", … " + more + " more]" : "]"));
        }
        lines.add(new RuleLine(selection, key + ": " + shown, matcher));
    }

    private Optional<Matcher> keywords(FieldKey key, Node value, String path) {
        List<Field> seen = keywordFields(source);
        if (seen.isEmpty()) {
            problems.warn(
                    value,
                    path,
                    "keywords where events have no text (got %s); fields"
                            .formatted(Section.describe(value)));
            return Optional.of(Matchers.never());
        }
        return FieldTest.compile(key, seen, value, path, problems);
    }

    /** The texts that an event of a source consists of. */
    private static List<Field> keywordFields(LogSource source) {
        return switch (source) {
            case WEBSERVER ->
                    List.of(
                            Field.METHOD,
                            Field.URI,
                            Field.DECODED,
                            Field.USER_AGENT,
                            Field.REFERRER,
                            Field.DOMAIN);
            case ERROR -> List.of(Field.ERROR_TYPE, Field.ERROR_MESSAGE, Field.PATH);
            case LIFECYCLE -> List.of(Field.LIFECYCLE_MESSAGE);
            case UNPARSED -> List.of(Field.UNPARSED_LINE);
            case STATS, WINDOW, CLIENT -> List.of();
        };
    }

    private String fieldsOf() {
        return Arrays.stream(Field.values())
                .filter(f -> f.sources().contains(source))
                .flatMap(f -> f.names().stream())
                .collect(Collectors.joining(", ", "one of ", ""));
    }
}
