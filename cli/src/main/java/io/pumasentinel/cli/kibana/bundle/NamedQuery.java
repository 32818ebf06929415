package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A search that Kibana sends when somebody opens an object.
 *
 * @param name the object's kind and name
 * @param index the index pattern
 * @param body in Elasticsearch's language, without the chosen time
 */
public record NamedQuery(String name, String index, JsonNode body) {

    @Override
    public String toString() {
        return name;
    }
}
