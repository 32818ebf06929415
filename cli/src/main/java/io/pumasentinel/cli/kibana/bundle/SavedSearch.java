package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A list of documents.
 *
 * @param name the file's name, and with its kind before it the end of the object's id
 * @param text what people read
 * @param source the documents it lists
 * @param columns the fields it shows beside the time
 * @param sort the field it is sorted by
 * @param ascending the lowest first
 */
record SavedSearch(
        String name,
        Text text,
        Source source,
        List<String> columns,
        String sort,
        boolean ascending) {

    /** As many rows as Kibana fetches. */
    static final int ROWS = 500;

    SavedSearch {
        columns = List.copyOf(columns);
    }

    static SavedSearch of(String name, Declaration from) {
        from.allow("title", "description", "dataView", "query", "columns", "sort");
        List<String> sort = from.texts("sort");
        List<String> columns = from.texts("columns");
        if (sort.size() != 2 || columns.isEmpty()) {
            throw from.wrong("columns, and sort as [field, asc or desc], are needed");
        }
        return new SavedSearch(
                name,
                Text.of(from),
                Source.of(from),
                columns,
                sort.get(0),
                sort.get(1).equals("asc"));
    }

    SavedObject object() {
        ObjectNode attributes = Declaration.MAPPER.createObjectNode();
        attributes.put("title", text.listed()).put("description", text.description());
        ArrayNode shown = attributes.putArray("columns");
        columns.forEach(shown::add);
        attributes.putArray("sort").addArray().add(sort).add(direction());
        attributes.put("version", 1).put("hits", 0);
        ObjectNode searched = source.searchSource().put("highlightAll", false).put("version", true);
        attributes.putObject("kibanaSavedObjectMeta").put("searchSourceJSON", searched.toString());
        return new SavedObject(
                "search",
                "search-" + name,
                attributes,
                List.of(SavedObject.searchedDataView(source.dataView())));
    }

    /** The search that Kibana sends, but for the chosen time. */
    ObjectNode body() {
        ObjectNode body = Declaration.MAPPER.createObjectNode().put("size", ROWS);
        body.put("track_total_hits", true).set("query", source.elasticsearch());
        body.putArray("sort")
                .addObject()
                .putObject(sort)
                .put("order", direction())
                .put("unmapped_type", "boolean");
        return body;
    }

    private String direction() {
        return ascending ? "asc" : "desc";
    }
}
