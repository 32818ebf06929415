package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How each field is shown, the same in every data view that has it: units, links, colours. */
final class Formats {

    private final Map<String, JsonNode> byField = new HashMap<>();

    private Formats() {}

    static Formats read(Path file, Palette palette) throws IOException {
        Formats formats = new Formats();
        int place = 0;
        for (JsonNode group : Declaration.MAPPER.readTree(file.toFile())) {
            Declaration from = new Declaration(file + "[" + place++ + "]", group);
            from.allow("id", "params", "colors", "fields");
            ObjectNode format =
                    from.optionalText("colors")
                            .map(palette::format)
                            .orElseGet(() -> declared(from));
            for (String field : from.texts("fields")) {
                if (formats.byField.put(field, format) != null) {
                    throw from.wrong("fields: a field has one format (got " + field + " twice)");
                }
            }
        }
        return formats;
    }

    Optional<JsonNode> find(String field) {
        return Optional.ofNullable(byField.get(field));
    }

    Set<String> fields() {
        return Set.copyOf(byField.keySet());
    }

    private static ObjectNode declared(Declaration from) {
        ObjectNode format = Declaration.MAPPER.createObjectNode().put("id", from.text("id"));
        format.set("params", from.json().path("params"));
        return format;
    }
}
