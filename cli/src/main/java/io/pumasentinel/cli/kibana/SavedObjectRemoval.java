package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Deletes saved objects one by one: 7.10 has no request for several, and 8.x and 9.x keep this one
 * open to everybody (only Elastic's serverless offer does not).
 *
 * <p>An object whose identifier another space had taken got a new one at its import and tells where
 * it comes from in {@code originId}; it is found by that.
 */
final class SavedObjectRemoval {
    private static final int PAGE = 1_000;

    private final KibanaClient client;
    private final List<SavedObject> removed = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    SavedObjectRemoval(KibanaClient client) {
        this.client = client;
    }

    /** Last ones first: what refers to others stands behind them. */
    void remove(List<SavedObject> objects) throws IOException, InterruptedException {
        Map<String, SavedObject> absent = new LinkedHashMap<>();
        for (int i = objects.size() - 1; i >= 0; i--) {
            SavedObject object = objects.get(i);
            if (!delete(object)) {
                absent.put(object.path(), object);
            }
        }
        for (SavedObject copy : copies(absent)) {
            delete(copy);
        }
    }

    List<SavedObject> removed() {
        return removed;
    }

    List<String> failures() {
        return failures;
    }

    /** Returns false if there is no such object in the space. */
    private boolean delete(SavedObject object) throws IOException, InterruptedException {
        KibanaAnswer answer =
                client.deleteInSpace("/api/saved_objects" + object.path() + "?force=true");
        if (answer.isGood()) {
            removed.add(object);
        } else if (answer.status() != 404) {
            failures.add(object + ": not removed: Kibana refused (got " + answer.refusal() + ")");
        }
        return answer.status() != 404;
    }

    private List<SavedObject> copies(Map<String, SavedObject> absent)
            throws IOException, InterruptedException {
        List<SavedObject> copies = new ArrayList<>();
        long seen = 0;
        long total = absent.isEmpty() ? 0 : 1;
        for (int page = 1; seen < total; page++) {
            KibanaAnswer answer = client.getInSpace(find(absent.values(), page));
            if (answer.status() == 404) {
                return copies; // the space itself is not there
            }
            JsonNode found = answer.orThrow("search for copies").json();
            for (JsonNode hit : found.path("saved_objects")) {
                seen++;
                String type = hit.path("type").asText();
                SavedObject origin = new SavedObject(type, hit.path("originId").asText(""), "");
                if (absent.containsKey(origin.path())) {
                    copies.add(SavedObject.of(hit, hit.at("/attributes/title").asText("")));
                }
            }
            total = found.path("saved_objects").isEmpty() ? seen : found.path("total").asLong();
        }
        return copies;
    }

    private static String find(Collection<SavedObject> objects, int page) {
        StringBuilder query = new StringBuilder("/api/saved_objects/_find?fields=title");
        TreeSet<String> types = new TreeSet<>();
        objects.forEach(object -> types.add(object.type()));
        types.forEach(type -> query.append("&type=").append(Percent.encode(type)));
        return query.append("&per_page=" + PAGE + "&page=").append(page).toString();
    }
}
