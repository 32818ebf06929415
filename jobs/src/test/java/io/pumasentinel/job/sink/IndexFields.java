package io.pumasentinel.job.sink;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fields that {@code deploy/elasticsearch} gives an index, as Elasticsearch would compose them.
 *
 * @param types the type of each field by its full name; {@code stored} for a part that is kept but
 *     not indexed
 */
record IndexFields(Map<String, String> types) {
    static final String STORED = "stored";

    private static final Path FOLDER = Path.of("..", "deploy", "elasticsearch");

    /** The fields of the one template whose pattern takes the index. */
    static IndexFields of(String index) throws IOException {
        TreeSet<Path> files = new TreeSet<>();
        try (Stream<Path> all = Files.list(FOLDER)) {
            all.filter(IndexFields::isIndexTemplate).forEach(files::add);
        }
        for (Path file : files) {
            JsonNode template = read(file);
            if (takes(template, index)) {
                return composed(template);
            }
        }
        throw new AssertionError("no template takes the index (got " + index + ")");
    }

    /** The fields of every index template, by the template's pattern. */
    static Map<String, IndexFields> all() throws IOException {
        Map<String, IndexFields> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(IndexFields::isIndexTemplate).toList()) {
                JsonNode template = read(file);
                all.put(template.at("/index_patterns/0").asText(), composed(template));
            }
        }
        return all;
    }

    /** The type of the field, or of the closest ancestor that is only stored. */
    String typeOf(String field) {
        for (String name = field; ; name = name.substring(0, name.lastIndexOf('.'))) {
            String type = types.get(name);
            if (type != null && (name.equals(field) || type.equals(STORED))) {
                return type;
            }
            if (name.indexOf('.') < 0) {
                return "none";
            }
        }
    }

    private static boolean isIndexTemplate(Path file) {
        return String.valueOf(file.getFileName()).startsWith("index-");
    }

    private static boolean takes(JsonNode template, String index) {
        for (JsonNode pattern : template.path("index_patterns")) {
            String prefix = pattern.asText().replace("*", "");
            if (index.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static IndexFields composed(JsonNode template) throws IOException {
        Map<String, String> types = new HashMap<>();
        for (JsonNode component : template.path("composed_of")) {
            JsonNode body = read(FOLDER.resolve("component-" + component.asText() + ".json"));
            collect("", body.at("/template/mappings/properties"), types);
        }
        return new IndexFields(types);
    }

    private static void collect(String prefix, JsonNode properties, Map<String, String> into) {
        for (Map.Entry<String, JsonNode> field : properties.properties()) {
            JsonNode definition = field.getValue();
            String name = prefix + field.getKey();
            if (definition.path("enabled").asBoolean(true)) {
                collect(name + ".", definition.path("properties"), into);
                if (definition.has("type")) {
                    into.put(name, definition.path("type").asText());
                }
            } else {
                into.put(name, STORED);
            }
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return WrittenDocuments.JSON.readTree(Files.readAllBytes(file));
    }

    /** Whether a JSON value is what a field of that type takes as it is. */
    static boolean suits(String type, JsonNode value) {
        return switch (type) {
            case STORED -> true;
            case "keyword", "match_only_text", "wildcard" -> value.isTextual();
            case "ip" -> List.of("203.0.113.9", "2001:db8::7").contains(value.asText());
            case "date" -> value.asText().matches("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{12}Z");
            case "long" -> value.isIntegralNumber();
            case "double", "float" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            default -> false;
        };
    }
}
