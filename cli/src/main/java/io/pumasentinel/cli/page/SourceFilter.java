package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Elasticsearch's {@code _source} list: keeps the named fields and what lies below them. */
final class SourceFilter {

    private final List<String[]> paths;

    /** A filter for dotted paths; a path below another one adds nothing. */
    SourceFilter(Collection<String> fields) {
        List<String[]> kept = new ArrayList<>();
        TreeSet<String> sorted = new TreeSet<>(fields);
        for (String field : sorted) {
            if (sorted.stream().noneMatch(other -> field.startsWith(other + "."))) {
                kept.add(field.split("\\."));
            }
        }
        this.paths = List.copyOf(kept);
    }

    /** A new document with the named fields of the given one; absent ones stay absent. */
    ObjectNode apply(JsonNode document) {
        ObjectNode result = Json.MAPPER.createObjectNode();
        for (String[] path : paths) {
            copy(document, result, path);
        }
        return result;
    }

    private static void copy(JsonNode from, ObjectNode to, String[] path) {
        JsonNode value = from;
        for (String name : path) {
            value = value.path(name);
        }
        if (value.isMissingNode()) {
            return;
        }
        ObjectNode parent = to;
        for (int i = 0; i < path.length - 1; i++) {
            parent = parent.withObjectProperty(path[i]);
        }
        parent.set(path[path.length - 1], value);
    }
}
