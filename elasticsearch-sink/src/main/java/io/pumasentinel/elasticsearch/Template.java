package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of {@code deploy/elasticsearch}, packed into this module.
 *
 * @param kind what it is
 * @param name its name in Elasticsearch
 * @param body its content; not to be changed
 */
record Template(Kind kind, String name, ObjectNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a template is, and where Elasticsearch keeps it. */
    enum Kind {
        LIFECYCLE("lifecycle-", "/_ilm/policy/"),
        COMPONENT("component-", "/_component_template/"),
        INDEX("index-", "/_index_template/");

        private final String prefix;
        private final String path;

        Kind(String prefix, String path) {
            this.prefix = prefix;
            this.path = path;
        }

        /** Where the version is in the answer to a question for such a template. */
        String versionPointer() {
            return this == COMPONENT
                    ? "/component_templates/0/component_template/version"
                    : "/index_templates/0/index_template/version";
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

    /** Its version; 0 if it has none. */
    int version() {
        return body.path("version").asInt();
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
