package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** What a role grants, by the facts of {@link Privileges}. */
record Rights(JsonNode role) {

    static Rights of(String name) {
        try {
            return new Rights(
                    Role.bundled().stream()
                            .filter(role -> role.name().equals(name))
                            .findFirst()
                            .orElseThrow()
                            .body());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    boolean onCluster(String action) {
        return grants(role.path("cluster"), Privileges.CLUSTER, action);
    }

    boolean onIndex(String index, String action) {
        for (JsonNode entry : role.path("indices")) {
            for (JsonNode pattern : entry.path("names")) {
                if (Privileges.fits(pattern.asText(), index)
                        && grants(entry.path("privileges"), Privileges.INDEX, action)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean grants(
            JsonNode privileges, Map<String, List<String>> known, String action) {
        for (JsonNode privilege : privileges) {
            for (String pattern : known.getOrDefault(privilege.asText(), List.of())) {
                if (Privileges.fits(pattern, action)) {
                    return true;
                }
            }
        }
        return false;
    }
}
