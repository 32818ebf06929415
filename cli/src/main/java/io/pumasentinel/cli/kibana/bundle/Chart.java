package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A Vega-Lite or Vega specification.
 *
 * @param name the file's name up to its first dot; the object's id ends with {@code chart-NAME}
 * @param text its own title and description
 * @param specification as it stands in the file
 */
record Chart(String name, Text text, JsonNode specification) {

    static Chart of(String name, Declaration from) {
        return new Chart(name, Text.of(from), from.json());
    }

    String objectName() {
        return "chart-" + name;
    }

    SavedObject object() {
        ObjectNode state = Declaration.MAPPER.createObjectNode();
        state.put("title", text.listed()).put("type", "vega").putArray("aggs");
        state.putObject("params").put("spec", drawn().toPrettyString());
        ObjectNode attributes = Declaration.MAPPER.createObjectNode();
        attributes.put("title", text.listed()).put("description", text.description());
        attributes.put("visState", state.toString()).put("uiStateJSON", "{}").put("version", 1);
        ObjectNode source = Declaration.MAPPER.createObjectNode();
        source.set("query", Source.lucene(""));
        source.putArray("filter");
        attributes.putObject("kibanaSavedObjectMeta").put("searchSourceJSON", source.toString());
        return new SavedObject("visualization", objectName(), attributes, List.of());
    }

    /** Every Elasticsearch query of the specification: objects with index and body. */
    List<JsonNode> queries() {
        return specification.findValues("url").stream().filter(url -> url.has("index")).toList();
    }

    /** Without the title, which the panel's frame shows already. */
    private ObjectNode drawn() {
        ObjectNode drawn = specification.deepCopy();
        drawn.remove("title");
        return drawn;
    }
}
