package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sees to it that a cluster has the templates before the first document comes: installs them where
 * the user may, and otherwise, as for the writer's role, makes sure that somebody has.
 *
 * <p>An index that were made without its template would guess its field types for good, so absent
 * templates are an error. The cluster privilege {@code monitor} shows templates; without it nothing
 * can be seen, and that is a remark. Lifecycle policies are not looked at: without one an index
 * takes documents as well.
 */
public final class IndexReadiness {

    private static final String UNSEEN =
            "templates: this user may neither install nor see them (got 403); the cluster privilege"
                    + " monitor shows them";

    private IndexReadiness() {}

    /**
     * Waits for the cluster, then installs or looks.
     *
     * @param waitAtMost about how long the cluster may take to answer
     * @throws IOException if it does not answer in time, refuses the credentials, or has not the
     *     templates and does not let this user install them
     */
    public static SetupReport ensure(ElasticsearchConnection connection, Duration waitAtMost)
            throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            IndexSetup.await(calls, connection, waitAtMost);
            return Access.allowsTemplates(calls) ? IndexSetup.install(calls) : look(calls);
        }
    }

    private static SetupReport look(RestCalls calls) throws IOException {
        List<String> there = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> older = new ArrayList<>();
        for (Template template : Template.bundled()) {
            if (!template.kind().needs().isEmpty()) {
                continue; // not every cluster takes it, and monitor does not show it
            }
            RestCalls.Answer answer = calls.call("GET", template.path(), null);
            if (answer.status() == RestCalls.FORBIDDEN) {
                return new SetupReport(List.of(), List.of(), List.of(), List.of(UNSEEN));
            }
            if (answer.status() == 404) {
                missing.add(template.label());
                continue;
            }
            there.add(template.label());
            JsonNode found = answer.orThrow("look at " + template.path()).json();
            JsonNode stored = template.kind().stored(found, template.name());
            if (template.version(stored) < template.version()) {
                older.add(template.label());
            }
        }
        refuse(missing);
        return new SetupReport(List.of(), there, List.of(), List.of(remark(there.size(), older)));
    }

    private static void refuse(List<String> missing) throws IOException {
        if (!missing.isEmpty()) {
            throw new IOException(
                    "templates: missing, and this user may not install them (got none of "
                            + missing
                            + "); run puma-sentinel setup as a user with the role"
                            + " puma-sentinel-setup");
        }
    }

    private static String remark(int there, List<String> older) {
        String all = "templates: all " + there + " are there; this user may not change them";
        return older.isEmpty()
                ? all
                : all + ", though those of an older release want puma-sentinel setup: " + older;
    }
}
