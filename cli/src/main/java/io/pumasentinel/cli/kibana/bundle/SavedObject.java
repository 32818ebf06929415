package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One object of Kibana, in the form of its 7.10 export. Its migration version tells a newer Kibana
 * from which form to migrate it.
 *
 * @param type Kibana's type, like {@code visualization}
 * @param name the end of the id, unique among all types
 * @param attributes what the type defines
 * @param references the objects it uses
 */
record SavedObject(String type, String name, ObjectNode attributes, List<Reference> references) {

    static final String SEARCH_SOURCE_INDEX = "kibanaSavedObjectMeta.searchSourceJSON.index";

    private static final String PREFIX = "puma-sentinel-";

    /** As Kibana 7.10.2 exports them: the last release that changed the type's form. */
    private static final Map<String, String> FORMS =
            Map.of(
                    "dashboard", "7.9.3",
                    "index-pattern", "7.6.0",
                    "search", "7.9.3",
                    "visualization", "7.10.0");

    /**
     * A use of another object.
     *
     * @param as by which name the attributes speak of it
     * @param type the other's type
     * @param id the other's id
     */
    record Reference(String as, String type, String id) {}

    SavedObject {
        references = List.copyOf(references);
    }

    String id() {
        return id(name);
    }

    static String id(String name) {
        return PREFIX + name;
    }

    static Reference searchedDataView(String dataView) {
        return new Reference(SEARCH_SOURCE_INDEX, "index-pattern", id(dataView));
    }

    /** The object as one line of an import file, without the line's end. */
    String line() {
        ObjectNode line = Declaration.MAPPER.createObjectNode();
        line.put("id", id()).put("type", type);
        line.set("attributes", attributes);
        String form = Objects.requireNonNull(FORMS.get(type), type);
        line.putObject("migrationVersion").put(type, form);
        ArrayNode uses = line.putArray("references");
        for (Reference reference : references) {
            uses.addObject()
                    .put("id", reference.id())
                    .put("name", reference.as())
                    .put("type", reference.type());
        }
        return line.toString();
    }
}
