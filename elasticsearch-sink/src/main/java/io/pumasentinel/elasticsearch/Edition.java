package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a cluster has of what the templates use, and what takes the place of what it lacks.
 *
 * @param features what it has
 * @param missingTypes the field types that it does not know
 */
record Edition(Set<Feature> features, Set<String> missingTypes) {

    /** A type of the wider distribution and the type of the server's core that comes nearest. */
    private static final Map<String, String> SUBSTITUTES =
            Map.of("wildcard", "keyword", "match_only_text", "text");

    Edition {
        features = Set.copyOf(features);
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
        return new Edition(features(calls), missing);
    }

    private static Set<Feature> features(RestCalls calls) throws IOException {
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        RestCalls.Answer answer = calls.call("GET", "/_xpack?categories=features", null);
        if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
            answer.orThrow("ask for the features");
        }
        JsonNode told = answer.json().path("features");
        for (Feature feature : Feature.values()) {
            JsonNode state = told.path(feature.key());
            if (state.path("available").asBoolean() && state.path("enabled").asBoolean()) {
                features.add(feature);
            }
        }
        if (everyNodeSets(calls)) {
            features.add(Feature.INGEST);
        }
        return features;
    }

    /**
     * Whether every node has the ingest processor {@code set} and lets a pipeline say whose it is:
     * version 7 does not, and a pipeline of nobody could never be taken away again.
     */
    private static boolean everyNodeSets(RestCalls calls) throws IOException {
        JsonNode nodes =
                calls.call("GET", "/_nodes/ingest?filter_path=nodes.*.ingest,nodes.*.version", null)
                        .orThrow("ask for the ingest processors")
                        .json()
                        .path("nodes");
        for (JsonNode node : nodes) {
            boolean sets = node.at("/ingest/processors").findValuesAsText("type").contains("set");
            if (!sets || node.path("version").asText().startsWith("7.")) {
                return false;
            }
        }
        return !nodes.isEmpty();
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

    boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether it takes such a thing at all. */
    boolean takes(Template template) {
        return features.containsAll(template.kind().needs());
    }

    /** A template as this cluster takes it. */
    ObjectNode adapt(Template template) {
        ObjectNode body = template.body().deepCopy();
        if (body.at("/template/settings/index") instanceof ObjectNode settings) {
            if (!has(Feature.LIFECYCLE)) {
                settings.remove(List.of("lifecycle", "codec"));
            }
            if (!has(Feature.INGEST)) {
                settings.remove("final_pipeline");
            }
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
        for (Feature feature : Feature.values()) {
            if (!has(feature)) {
                told.add(feature.lack());
            }
        }
        for (String type : new TreeSet<>(missingTypes)) {
            told.add("no field type " + type + ": " + SUBSTITUTES.get(type) + " instead");
        }
        return told;
    }
}
