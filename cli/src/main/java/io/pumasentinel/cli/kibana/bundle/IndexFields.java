package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The fields of one family of indices as its index template and its components declare them. */
final class IndexFields {

    private final Map<String, IndexField> byName = new TreeMap<>();

    private IndexFields() {}

    /** The fields of every index template in {@code folder}, by its index pattern. */
    static Map<String, IndexFields> readAll(Path folder) throws IOException {
        Map<String, IndexFields> byPattern = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(IndexFields::isIndexTemplate).toList()) {
                JsonNode template = Declaration.read(file).json();
                IndexFields fields = new IndexFields();
                for (JsonNode component : template.path("composed_of")) {
                    fields.addComponent(folder, component.textValue());
                }
                byPattern.put(template.at("/index_patterns/0").textValue(), fields);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return byPattern;
    }

    Optional<IndexField> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** All of them by name. */
    Collection<IndexField> all() {
        return List.copyOf(byName.values());
    }

    private static boolean isIndexTemplate(Path file) {
        return file.getFileName().toString().startsWith("index-");
    }

    private void addComponent(Path folder, String name) throws IOException {
        Path file = folder.resolve("component-" + name + ".json");
        add("", Declaration.read(file).json().at("/template/mappings/properties"));
    }

    private void add(String prefix, JsonNode properties) {
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            String name = prefix + property.getKey();
            JsonNode mapping = property.getValue();
            if (mapping.has("properties")) {
                add(name + ".", mapping.path("properties"));
            } else if (mapping.path("enabled").asBoolean(true)) {
                String type = mapping.path("type").textValue();
                boolean counts = mapping.path("doc_values").asBoolean(true);
                byName.put(
                        name,
                        new IndexField(
                                name,
                                type,
                                mapping.path("index").asBoolean(true),
                                counts && !type.equals("match_only_text")));
            }
        }
    }
}
