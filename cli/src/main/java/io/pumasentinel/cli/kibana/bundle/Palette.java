package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * One colour for one meaning, wherever it appears.
 *
 * @param meanings by family, like {@code levels}, then by value
 */
record Palette(JsonNode meanings) {

    static Palette read(Path file) throws IOException {
        return new Palette(Declaration.read(file).json());
    }

    /** All values of all families, as the stored state of a chart keeps its colours. */
    ObjectNode ofCharts() {
        ObjectNode state = Declaration.MAPPER.createObjectNode();
        ObjectNode colors = state.putObject("vis").putObject("colors");
        for (JsonNode family : meanings) {
            colors.setAll((ObjectNode) family.deepCopy());
        }
        return state;
    }

    /** A field format that shows each value of the family on its colour. */
    ObjectNode format(String family) {
        if (!meanings.path(family).isObject()) {
            throw new IllegalArgumentException(
                    "colors: there is no family " + family + " in colors.json");
        }
        ObjectNode format = Declaration.MAPPER.createObjectNode().put("id", "color");
        ObjectNode params = format.putObject("params").put("fieldType", "string");
        ArrayNode colors = params.putArray("colors");
        for (Map.Entry<String, JsonNode> value : meanings.path(family).properties()) {
            colors.addObject()
                    .put("range", "-Infinity:Infinity")
                    .put("regex", "^" + value.getKey() + "$")
                    .put("text", "#ffffff")
                    .put("background", value.getValue().textValue());
        }
        return format;
    }
}
