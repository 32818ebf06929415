package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fields that {@code deploy/elasticsearch} gives the indices of a pattern.
 *
 * @param names full names of fields and of the objects around them
 * @param stored objects that are kept whole without fields of their own
 */
public record TemplateFields(Set<String> names, Set<String> stored) {

    private static final Path FOLDER = Path.of("..", "deploy", "elasticsearch");

    /** The fields of the one template whose pattern is {@code pattern}. */
    public static TemplateFields of(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.filter(TemplateFields::isIndexTemplate).sorted().toList()) {
                JsonNode template = read(file);
                if (template.at("/index_patterns/0").asText().equals(pattern)) {
                    return composed(template);
                }
            }
        }
        throw new AssertionError("no template takes the pattern (got " + pattern + ")");
    }

    private static boolean isIndexTemplate(Path file) {
        return file.getFileName().toString().startsWith("index-");
    }

    /** Whether documents may hold a field, or an object of fields, of this name. */
    public boolean has(String field) {
        return names.contains(field)
                || stored.stream().anyMatch(s -> field.equals(s) || field.startsWith(s + "."));
    }

    private static TemplateFields composed(JsonNode template) throws IOException {
        TemplateFields fields = new TemplateFields(new TreeSet<>(), new TreeSet<>());
        for (JsonNode component : template.path("composed_of")) {
            JsonNode body = read(FOLDER.resolve("component-" + component.asText() + ".json"));
            fields.collect("", body.at("/template/mappings/properties"));
        }
        return fields;
    }

    private void collect(String prefix, JsonNode properties) {
        for (var field : properties.properties()) {
            String name = prefix + field.getKey();
            names.add(name);
            if (!field.getValue().path("enabled").asBoolean(true)) {
                stored.add(name);
            }
            collect(name + ".", field.getValue().path("properties"));
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return Json.MAPPER.readTree(Files.readString(file));
    }
}
