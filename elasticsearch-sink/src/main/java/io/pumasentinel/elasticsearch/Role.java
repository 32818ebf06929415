package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One file of {@code deploy/security/roles}, packed into this module.
 *
 * @param name its name in Elasticsearch
 * @param body its content; not to be changed
 */
record Role(String name, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether a role in a cluster was made by this project. */
    static boolean isOurs(JsonNode stored) {
        return stored.at("/metadata/managed_by").asText().equals("puma-sentinel");
    }

    /** The version of a role; 0 if it has none. */
    static int version(JsonNode role) {
        return role.at("/metadata/version").asInt();
    }

    String path() {
        return "/_security/role/" + name;
    }

    int version() {
        return version(body);
    }

    /** All of them, as the manifest lists them. */
    static List<Role> bundled() throws IOException {
        List<Role> roles = new ArrayList<>();
        for (String file : new String(read("manifest.txt"), StandardCharsets.UTF_8).split("\n")) {
            String name = file.substring(0, file.length() - ".json".length());
            roles.add(new Role(name, JSON.readTree(read(file))));
        }
        return roles;
    }

    private static byte[] read(String file) throws IOException {
        try (InputStream resource = Role.class.getResourceAsStream("roles/" + file)) {
            if (resource == null) {
                throw new IOException("role missing in the jar (got " + file + ")");
            }
            return resource.readAllBytes();
        }
    }
}
