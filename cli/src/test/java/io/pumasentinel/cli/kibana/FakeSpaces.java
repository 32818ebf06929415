package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The saved objects of a fake Kibana, space by space, with the rules of a real one: an import keeps
 * what it can, an identifier belongs to one space only (8.x), a copy remembers its origin.
 */
final class FakeSpaces {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> TYPES =
            Set.of("index-pattern", "search", "visualization", "dashboard");

    private final Map<String, Map<String, ObjectNode>> spaces = new LinkedHashMap<>();
    private final boolean isolated;
    private int copies;

    /** With the default space; {@code isolated} as from 8.0 on. */
    FakeSpaces(boolean isolated) {
        this.isolated = isolated;
        make("default");
    }

    void make(String space) {
        spaces.put(space, new LinkedHashMap<>());
    }

    Set<String> names() {
        return spaces.keySet();
    }

    /** Type and identifier of everything in a space, in the order of the imports. */
    List<String> objects(String space) {
        return List.copyOf(of(space).keySet());
    }

    /** What somebody else made. */
    void put(String space, String type, String id, @Nullable String originId) {
        ObjectNode object = JSON.createObjectNode().put("type", type).put("id", id);
        if (originId != null) {
            object.put("originId", originId);
        }
        of(space).put(type + "/" + id, object);
    }

    boolean delete(String space, String key) {
        return spaces.containsKey(space) && of(space).remove(key) != null;
    }

    /** The answer to an address like {@code …/_find?type=search&per_page=20&page=1}. */
    ObjectNode find(String space, String address) {
        List<String> query = List.of(address.substring(address.indexOf('?') + 1).split("&"));
        int page = number(query, "page=");
        int perPage = number(query, "per_page=");
        List<ObjectNode> all =
                of(space).values().stream()
                        .filter(one -> query.contains("type=" + one.path("type").asText()))
                        .toList();
        ObjectNode answer = JSON.createObjectNode().put("page", page).put("per_page", perPage);
        answer.put("total", all.size());
        ArrayNode hits = answer.putArray("saved_objects");
        all.stream().skip((page - 1L) * perPage).limit(perPage).forEach(hits::add);
        return answer;
    }

    private static int number(List<String> query, String name) {
        return query.stream()
                .filter(one -> one.startsWith(name))
                .mapToInt(one -> Integer.parseInt(one.substring(name.length())))
                .findFirst()
                .orElseThrow();
    }

    ObjectNode load(String space, String ndjson) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        Set<String> keys = new HashSet<>(of(space).keySet());
        for (String line : ndjson.split("\n")) {
            JsonNode object = line.isBlank() ? JSON.nullNode() : JSON.readTree(line);
            if (object.has("type")) {
                lines.add(object);
                keys.add(key(object));
            }
        }
        ArrayNode done = JSON.createArrayNode();
        ArrayNode errors = JSON.createArrayNode();
        for (JsonNode object : lines) {
            ObjectNode error = error(object, keys);
            if (error != null) {
                errors.add(result(object).set("error", error));
            } else {
                done.add(store(space, object));
            }
        }
        ObjectNode answer = JSON.createObjectNode().put("successCount", done.size());
        answer.put("success", errors.isEmpty());
        if (!done.isEmpty()) {
            answer.set("successResults", done);
        }
        if (!errors.isEmpty()) {
            answer.set("errors", errors);
        }
        return answer;
    }

    private static @Nullable ObjectNode error(JsonNode object, Set<String> keys) {
        if (!TYPES.contains(object.path("type").asText())) {
            return JSON.createObjectNode().put("type", "unsupported_type");
        }
        ArrayNode missing = JSON.createArrayNode();
        for (JsonNode reference : object.path("references")) {
            if (!keys.contains(key(reference))) {
                missing.addObject()
                        .put("type", reference.path("type").asText())
                        .put("id", reference.path("id").asText());
            }
        }
        return missing.isEmpty()
                ? null
                : JSON.createObjectNode()
                        .put("type", "missing_references")
                        .set("references", missing);
    }

    private ObjectNode store(String space, JsonNode object) {
        String id = object.path("id").asText();
        String type = object.path("type").asText();
        ObjectNode result = result(object);
        String landed = landing(space, type, id);
        if (of(space).containsKey(type + "/" + landed)) {
            result.put("overwrite", true);
        }
        if (!landed.equals(id)) {
            result.put("destinationId", landed);
        }
        put(space, type, landed, landed.equals(id) ? null : id);
        return result;
    }

    private String landing(String space, String type, String id) {
        for (ObjectNode there : of(space).values()) {
            if (there.path("originId").asText().equals(id)
                    && there.path("type").asText().equals(type)) {
                return there.path("id").asText();
            }
        }
        boolean taken =
                spaces.entrySet().stream()
                        .anyMatch(
                                other ->
                                        !other.getKey().equals(space)
                                                && other.getValue().containsKey(type + "/" + id));
        return isolated && taken ? "copy-" + ++copies : id;
    }

    private static ObjectNode result(JsonNode object) {
        String title = object.at("/attributes/title").asText();
        ObjectNode result =
                JSON.createObjectNode()
                        .put("type", object.path("type").asText())
                        .put("id", object.path("id").asText());
        result.putObject("meta").put("title", title);
        return result;
    }

    private Map<String, ObjectNode> of(String space) {
        Map<String, ObjectNode> objects = spaces.get(space);
        if (objects == null) {
            throw new IllegalStateException("no such space (got " + space + ")");
        }
        return objects;
    }

    private static String key(JsonNode object) {
        return object.path("type").asText() + "/" + object.path("id").asText();
    }
}
