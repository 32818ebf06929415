package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cluster lacks of what the templates use, and what takes its place.
 *
 * @param lifecycle whether it has lifecycle policies; a server without them is taken for a bare
 *     one, which has not the library for strong compression either
 * @param security whether it asks who asks
 * @param missingTypes the field types that it does not know
 */
record Edition(boolean lifecycle, boolean security, Set<String> missingTypes) {

    /** A type of the wider distribution and the type of the server's core that comes nearest. */
    private static final Map<String, String> SUBSTITUTES =
            Map.of("wildcard", "keyword", "match_only_text", "text", "constant_keyword", "keyword");

    Edition {
        missingTypes = Set.copyOf(missingTypes);
    }

    /** Asks a cluster; leaves nothing behind. */
    static Edition probe(RestCalls calls) throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String type : SUBSTITUTES.keySet()) {
            if (!knows(calls, type)) {
                missing.add(type);
            }
        }
        int who = calls.call("GET", "/_security/_authenticate", null).status();
        return new Edition(
                calls.call("GET", "/_ilm/status", null).isGood(),
                who == 200 || who == 401 || who == 403,
                missing);
    }

    private static boolean knows(RestCalls calls, String type) throws IOException {
        String template =
                "{\"index_patterns\":[\"puma-sentinel-probe\"],\"template\":{\"mappings\":"
                        + "{\"properties\":{\"probe\":{\"type\":\""
                        + type
                        + "\"}}}}}";
        RestCalls.Answer answer = calls.call("POST", "/_index_template/_simulate", template);
        if (answer.isGood() || answer.status() == 400) {
            return answer.isGood();
        }
        answer.orThrow("probe for the type " + type);
        return false;
    }

    /** Whether it takes such a thing at all. */
    boolean takes(Template template) {
        return lifecycle || template.kind() != Template.Kind.LIFECYCLE;
    }

    /** A template as this cluster takes it. */
    ObjectNode adapt(Template template) {
        ObjectNode body = template.body().deepCopy();
        if (!lifecycle && body.at("/template/settings/index") instanceof ObjectNode settings) {
            settings.remove(List.of("lifecycle", "codec"));
        }
        replaceTypes(body);
        return body;
    }

    private void replaceTypes(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.get("type") instanceof TextNode type
                && missingTypes.contains(type.textValue())) {
            object.put("type", SUBSTITUTES.get(type.textValue()));
        }
        node.forEach(this::replaceTypes);
    }

    /** What is not as the templates mean it, one sentence each. */
    List<String> shortcomings() {
        List<String> told = new ArrayList<>();
        if (!lifecycle) {
            told.add("no lifecycle policies: old indices stay until somebody deletes them");
            told.add("a bare server: the default compression instead of best_compression");
        }
        if (!security) {
            told.add("no security: whoever reaches it may read and write");
        }
        new TreeSet<>(missingTypes)
                .forEach(
                        type ->
                                told.add(
                                        "no field type "
                                                + type
                                                + ": "
                                                + SUBSTITUTES.get(type)
                                                + " instead"));
        return told;
    }
}
