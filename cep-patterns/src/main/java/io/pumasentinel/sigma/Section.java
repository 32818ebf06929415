package io.pumasentinel.sigma;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML map with its place: typed reading that notes every surprise. */
final class Section {
    private final MappingNode node;
    private final String path;
    private final Problems problems;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();

    private Section(MappingNode node, String path, Problems problems) {
        this.node = node;
        this.path = path;
        this.problems = problems;
        for (NodeTuple entry : node.getValue()) {
            String key = describe(entry.getKeyNode());
            if (!(entry.getKeyNode() instanceof ScalarNode)) {
                problems.add(entry.getKeyNode(), path, "not a key (got " + key + "); text");
            } else if (entries.putIfAbsent(key, entry) != null) {
                problems.add(entry.getKeyNode(), child(key), "key twice (got " + key + "); once");
            }
        }
    }

    /** The node as a map; empty, and noted, if it is none. */
    static Optional<Section> of(Node node, String path, Problems problems) {
        if (node instanceof MappingNode map) {
            return Optional.of(new Section(map, path, problems));
        }
        problems.add(node, path, "not a map (got " + describe(node) + "); a map of keys");
        return Optional.empty();
    }

    Problems problems() {
        return problems;
    }

    Node node() {
        return node;
    }

    /** The full name of a key, as problems print it. */
    String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** Notes every key outside {@code allowed}. */
    void allow(Set<String> allowed) {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!allowed.contains(entry.getKey())) {
                problems.add(
                        entry.getValue().getKeyNode(),
                        child(entry.getKey()),
                        "unknown key (got %s); one of %s"
                                .formatted(entry.getKey(), String.join(", ", allowed)));
            }
        }
    }

    /** Warns of every key outside {@code known}: rules may have keys of their own. */
    void expect(Set<String> known) {
        for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                problems.warn(
                        entry.getValue().getKeyNode(),
                        child(entry.getKey()),
                        "key without effect (got %s); one of %s"
                                .formatted(entry.getKey(), String.join(", ", known)));
            }
        }
    }

    Set<String> keys() {
        return entries.keySet();
    }

    /** The node of the key itself; the map's node if there is no such key. */
    Node keyNode(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? node : entry.getKeyNode();
    }

    Optional<Node> value(String key) {
        return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
    }

    /** The value as a map; empty, and noted if it is something else. */
    Optional<Section> section(String key) {
        return value(key).flatMap(value -> of(value, child(key), problems));
    }

    /** The value as text; empty, and noted if it is a list, a map or null. */
    Optional<String> text(String key) {
        return value(key).flatMap(value -> textOf(value, child(key)));
    }

    /** The value as text; empty, and noted if it is missing or something else. */
    Optional<String> required(String key, String allowed) {
        if (!entries.containsKey(key)) {
            problems.add(node, child(key), "missing (got nothing); " + allowed);
        }
        return text(key);
    }

    /** The value's items; a problem for each that is no text. One text alone counts as a list. */
    List<ScalarNode> texts(String key) {
        Optional<Node> value = value(key);
        List<Node> items =
                value.map(v -> v instanceof SequenceNode l ? l.getValue() : List.of(v))
                        .orElse(List.of());
        return items.stream()
                .filter(item -> textOf(item, child(key)).isPresent())
                .map(ScalarNode.class::cast)
                .toList();
    }

    private Optional<String> textOf(Node value, String field) {
        if (value instanceof ScalarNode scalar && !isNull(value)) {
            return Optional.of(scalar.getValue());
        }
        problems.add(value, field, "not a text (got " + describe(value) + "); a text");
        return Optional.empty();
    }

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    /** The node as an error text quotes it. */
    static String describe(Node node) {
        if (node instanceof ScalarNode scalar) {
            return isNull(node) ? "null" : scalar.getValue();
        }
        return node instanceof SequenceNode ? "a list" : "a map";
    }
}
