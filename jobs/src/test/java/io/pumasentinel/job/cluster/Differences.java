package io.pumasentinel.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two runs wrote differently. */
final class Differences {
    private Differences() {}

    /** One line for each field that is missing, too much or different; empty if all are equal. */
    static List<String> of(
            SortedMap<String, JsonNode> expected, SortedMap<String, JsonNode> found) {
        List<String> differences = new ArrayList<>();
        SortedSet<String> ids = new TreeSet<>(expected.keySet());
        ids.addAll(found.keySet());
        for (String id : ids) {
            JsonNode wanted = expected.get(id);
            JsonNode written = found.get(id);
            if (wanted == null || written == null) {
                differences.add(id + (written == null ? ": missing" : ": too much"));
            } else if (!wanted.equals(written)) {
                differences.addAll(ofFields(id, fields(wanted), fields(written)));
            }
        }
        return differences;
    }

    private static List<String> ofFields(
            String id, Map<String, JsonNode> expected, Map<String, JsonNode> found) {
        SortedSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(found.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            JsonNode wanted = expected.get(name);
            JsonNode written = found.get(name);
            if (!Objects.equals(wanted, written)) {
                differences.add(id + name + ": expected " + wanted + " but found " + written);
            }
        }
        return differences;
    }

    private static Map<String, JsonNode> fields(JsonNode document) {
        Map<String, JsonNode> fields = new TreeMap<>();
        add(fields, "", document);
        return fields;
    }

    private static void add(Map<String, JsonNode> fields, String path, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(e -> add(fields, path + " " + e.getKey(), e.getValue()));
        } else {
            fields.put(path, node);
        }
    }
}
