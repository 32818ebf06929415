package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One file of {@code deploy/elasticsearch}, packed into this module.
 *
 * @param kind what it is
 * @param name its name in Elasticsearch
 * @param body its content; not to be changed
 */
record Template(Kind kind, String name, ObjectNode body) {

    /** Who made a template, in its metadata. */
    static final String MANAGED_BY = "puma-sentinel";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a template is, where Elasticsearch keeps it, and how it tells of it. */
    enum Kind {
        LIFECYCLE("lifecycle policy", "lifecycle-", "/_ilm/policy/", "/policy/_meta"),
        PIPELINE("ingest pipeline", "pipeline-", "/_ingest/pipeline/", "/_meta"),
        COMPONENT("component template", "component-", "/_component_template/", "/_meta"),
        INDEX("index template", "index-", "/_index_template/", "/_meta"),
        TRANSFORM("transform", "transform-", "/_transform/", "/_meta"),
        SNAPSHOT("snapshot policy", "snapshot-", "/_slm/policy/", "/config/metadata");

        private final String words;
        private final String prefix;
        private final String path;
        private final String metadata;

        Kind(String words, String prefix, String path, String metadata) {
            this.words = words;
            this.prefix = prefix;
            this.path = path;
            this.metadata = metadata;
        }

        /** What a cluster must have for it. */
        Set<Feature> needs() {
            return switch (this) {
                case COMPONENT, INDEX -> Set.of();
                case LIFECYCLE -> Set.of(Feature.LIFECYCLE);
                case PIPELINE -> Set.of(Feature.INGEST);
                case TRANSFORM -> Set.of(Feature.TRANSFORMS, Feature.INGEST);
                case SNAPSHOT -> Set.of(Feature.SNAPSHOTS);
            };
        }

        /** Whether documents can be written without it as they should be. */
        boolean isForWriting() {
            return this != TRANSFORM && this != SNAPSHOT;
        }

        /** Whether Elasticsearch gives it back without defaults of its own. */
        boolean isExact() {
            return this == COMPONENT || this == INDEX || this == LIFECYCLE;
        }

        /** What Elasticsearch holds, in the form of a file's content, out of its answer. */
        JsonNode stored(JsonNode answer, String name) {
            return switch (this) {
                case LIFECYCLE -> onlyPolicy(answer.path(name));
                case PIPELINE -> answer.path(name);
                case COMPONENT -> answer.at("/component_templates/0/component_template");
                case INDEX -> answer.at("/index_templates/0/index_template");
                case TRANSFORM -> answer.at("/transforms/0");
                case SNAPSHOT -> answer.path(name).path("policy");
            };
        }

        private static JsonNode onlyPolicy(JsonNode stored) {
            return JSON.createObjectNode().set("policy", stored.path("policy"));
        }

        private static Kind of(String file) {
            for (Kind kind : values()) {
                if (file.startsWith(kind.prefix)) {
                    return kind;
                }
            }
            throw new IllegalStateException("template of an unknown kind (got " + file + ")");
        }
    }

    /** Where Elasticsearch keeps it. */
    String path() {
        return kind.path + name;
    }

    /** What it is and its name, for people. */
    String label() {
        return kind.words + " " + name;
    }

    /** Its version; 0 if it has none. */
    int version() {
        return version(body);
    }

    /** The version of something stored in its place; 0 if that has none. */
    int version(JsonNode stored) {
        return stored.path("version").isInt() && kind != Kind.TRANSFORM
                ? stored.path("version").asInt()
                : stored.at(kind.metadata).path("version").asInt();
    }

    /** Whether something stored in its place was made by this project. */
    boolean isOurs(JsonNode stored) {
        return stored.at(kind.metadata).path("managed_by").asText().equals(MANAGED_BY);
    }

    /** The same for one namespace and repository. */
    Template in(SetupScope scope) throws IOException {
        String filled =
                body.toString()
                        .replace("${namespace}", scope.namespace())
                        .replace("${repository}", String.valueOf(scope.repository()));
        String scoped = kind == Kind.TRANSFORM ? name + "-" + scope.namespace() : name;
        return new Template(kind, scoped, (ObjectNode) JSON.readTree(filled));
    }

    /** All of them, in the order in which they need each other. */
    static List<Template> bundled() throws IOException {
        List<Template> templates = new ArrayList<>();
        for (String file : new String(read("manifest.txt"), StandardCharsets.UTF_8).split("\n")) {
            Kind kind = Kind.of(file);
            String name = file.substring(kind.prefix.length(), file.length() - ".json".length());
            templates.add(new Template(kind, name, (ObjectNode) JSON.readTree(read(file))));
        }
        return templates;
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream resource = Template.class.getResourceAsStream("templates/" + file)) {
            if (resource == null) {
                throw new IOException("template missing in the jar (got " + file + ")");
            }
            return resource.readAllBytes();
        }
    }
}
