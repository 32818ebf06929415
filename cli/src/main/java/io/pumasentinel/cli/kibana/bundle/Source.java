package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The documents of a panel or a search.
 *
 * @param dataView the data view's name
 * @param query in Lucene's syntax, which Kibana hands to Elasticsearch as it is; empty for all
 */
record Source(String dataView, String query) {

    static Source of(Declaration from) {
        return new Source(from.text("dataView"), from.optionalText("query").orElse(""));
    }

    /** Kibana's search source; the data view stands among the object's references. */
    ObjectNode searchSource() {
        ObjectNode source = Declaration.MAPPER.createObjectNode();
        source.set("query", lucene(query));
        source.putArray("filter");
        source.put("indexRefName", SavedObject.SEARCH_SOURCE_INDEX);
        return source;
    }

    static ObjectNode lucene(String query) {
        return Declaration.MAPPER.createObjectNode().put("query", query).put("language", "lucene");
    }

    /** The same as an Elasticsearch query. */
    ObjectNode elasticsearch() {
        return elasticsearch(query);
    }

    static ObjectNode elasticsearch(String query) {
        ObjectNode node = Declaration.MAPPER.createObjectNode();
        if (query.isEmpty()) {
            node.putObject("match_all");
        } else {
            node.putObject("query_string").put("query", query).put("analyze_wildcard", true);
        }
        return node;
    }
}
