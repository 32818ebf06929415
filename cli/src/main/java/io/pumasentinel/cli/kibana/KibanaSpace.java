package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;

/** Sees to it that the configured space is there, where Kibana has spaces at all. */
final class KibanaSpace {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SPACES = "/api/spaces/space";

    private KibanaSpace() {}

    /**
     * The client for the space; it works in the default one where Kibana has no others.
     *
     * @param shortcomings is told if it has none
     */
    static KibanaClient find(KibanaClient client, List<String> shortcomings)
            throws IOException, InterruptedException {
        if (isDefault(client)) {
            return client;
        }
        KibanaAnswer spaces = client.get(SPACES);
        if (spaces.status() == 404) {
            shortcomings.add(
                    "no spaces: the default one instead of " + client.connection().space());
            return client.inSpace(KibanaConnection.DEFAULT_SPACE);
        }
        return client;
    }

    /** Makes the client's space if it is missing; returns whether it did. */
    static boolean make(KibanaClient client) throws IOException, InterruptedException {
        if (isDefault(client)) {
            return false;
        }
        String id = client.connection().space();
        for (JsonNode space : client.get(SPACES).orThrow("list of spaces").json()) {
            if (space.path("id").asText().equals(id)) {
                return false;
            }
        }
        String body =
                JSON.createObjectNode()
                        .put("id", id)
                        .put("name", id)
                        .put("description", "Puma web servers, watched by puma-sentinel")
                        .toString();
        KibanaAnswer made = client.post(SPACES, body);
        if (made.status() == 409) {
            return false; // somebody else was faster, or it is there and hidden from this user
        }
        made.orThrow("making the space " + id);
        return true;
    }

    private static boolean isDefault(KibanaClient client) {
        return client.connection().space().equals(KibanaConnection.DEFAULT_SPACE);
    }
}
