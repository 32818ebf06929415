package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A field of an index.
 *
 * @param name with dots
 * @param type Elasticsearch's
 * @param searchable whether a query may name it
 * @param aggregatable whether a panel may count, sum, split or sort by it
 */
record IndexField(String name, String type, boolean searchable, boolean aggregatable) {

    /** Kibana's own type for it. */
    String kibanaType() {
        return switch (type) {
            case "long", "double", "float" -> "number";
            case "date", "boolean", "ip" -> type;
            case "keyword", "wildcard", "match_only_text" -> "string";
            default -> throw new IllegalArgumentException(name + ": type " + type + " is new here");
        };
    }

    boolean isNumberOrDate() {
        return kibanaType().equals("number") || type.equals("date");
    }

    /** The field as an index pattern of 7.10 lists it. */
    ObjectNode listed() {
        ObjectNode field = Declaration.MAPPER.createObjectNode();
        field.put("count", 0).put("name", name).put("type", kibanaType());
        field.putArray("esTypes").add(type);
        return field.put("scripted", false)
                .put("searchable", searchable)
                .put("aggregatable", aggregatable)
                .put("readFromDocValues", aggregatable);
    }
}
