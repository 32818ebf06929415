package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * A family of indices, of all namespaces.
 *
 * @param name the file's name, and the end of the object's id
 * @param pattern the index pattern
 * @param fields what its template declares
 * @param formats field formats of this family alone
 */
record DataView(String name, String pattern, IndexFields fields, JsonNode formats) {

    private static final List<String> META = List.of("_id", "_index", "_score", "_source", "_type");

    static DataView of(String name, Declaration from, Map<String, IndexFields> templates) {
        from.allow("title", "description", "formats");
        String pattern = from.text("title");
        IndexFields fields = templates.get(pattern);
        if (fields == null) {
            throw from.wrong(
                    "title: no index template has this pattern (got "
                            + pattern
                            + "); there are "
                            + templates.keySet());
        }
        return new DataView(name, pattern, fields, from.json().path("formats"));
    }

    /** The index pattern. Its field list lets panels open before the first document came. */
    SavedObject object(Formats common) {
        ObjectNode attributes = Declaration.MAPPER.createObjectNode();
        attributes.put("title", pattern).put("timeFieldName", "@timestamp");
        attributes.put("fieldFormatMap", formatMap(common).toString());
        attributes.put("fields", listed().toString());
        return new SavedObject("index-pattern", name, attributes, List.of());
    }

    private ObjectNode formatMap(Formats common) {
        ObjectNode map = Declaration.MAPPER.createObjectNode();
        for (IndexField field : fields.all()) {
            if (formats.has(field.name())) {
                map.set(field.name(), formats.path(field.name()));
            } else {
                common.find(field.name()).ifPresent(format -> map.set(field.name(), format));
            }
        }
        return map;
    }

    private ArrayNode listed() {
        ArrayNode list = Declaration.MAPPER.createArrayNode();
        for (String meta : META) {
            list.add(meta(meta));
        }
        for (IndexField field : fields.all()) {
            list.add(field.listed());
        }
        return list;
    }

    private static ObjectNode meta(String name) {
        boolean counted = List.of("_id", "_index", "_type").contains(name);
        ObjectNode field = Declaration.MAPPER.createObjectNode();
        field.put("count", 0).put("name", name);
        field.put(
                "type",
                switch (name) {
                    case "_score" -> "number";
                    case "_source" -> "_source";
                    default -> "string";
                });
        if (!name.equals("_score")) {
            field.putArray("esTypes").add(name);
        }
        return field.put("scripted", false)
                .put("searchable", counted)
                .put("aggregatable", counted)
                .put("readFromDocValues", false);
    }
}
