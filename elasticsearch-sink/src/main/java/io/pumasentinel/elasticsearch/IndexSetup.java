package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a cluster ready for the documents: lifecycle policies, component templates, index
 * templates.
 *
 * <p>Safe to repeat and to run from several places at once. A template of a newer release is left
 * as it is. Templates take effect on indices created afterwards.
 */
public final class IndexSetup {

    private static final Duration PAUSE = Duration.ofMillis(500);

    private IndexSetup() {}

    /**
     * Waits for the cluster and installs everything.
     *
     * @param waitAtMost about how long the cluster may take to answer
     * @throws IOException if it does not answer in time, or refuses
     */
    public static SetupReport install(ElasticsearchConnection connection, Duration waitAtMost)
            throws IOException {
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            await(calls, connection, waitAtMost);
            return install(calls);
        }
    }

    static void await(RestCalls calls, ElasticsearchConnection connection, Duration waitAtMost)
            throws IOException {
        String last = "nothing";
        for (long left = waitAtMost.dividedBy(PAUSE); left >= 0; left--) {
            try {
                RestCalls.Answer answer =
                        calls.call(
                                "GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", null);
                if (answer.isGood() || answer.status() == 403) {
                    return;
                }
                last = answer.status() + " " + ErrorCause.ofBody(answer.body()).sentence();
            } catch (IOException e) {
                last = String.valueOf(e.getMessage());
            }
            pause();
        }
        throw new IOException(
                "Elasticsearch is not ready (got "
                        + last
                        + " from "
                        + connection.hosts()
                        + " for "
                        + waitAtMost
                        + ")");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Elasticsearch", e);
        }
    }

    static SetupReport install(RestCalls calls) throws IOException {
        Edition edition = Edition.probe(calls);
        List<String> installed = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        for (Template template : Template.bundled()) {
            if (!edition.takes(template)) {
                continue;
            }
            if (isToBeKept(calls, template)) {
                kept.add(template.name());
                continue;
            }
            calls.call("PUT", template.path(), edition.adapt(template).toString())
                    .orThrow("install " + template.path());
            installed.add(template.name());
        }
        return new SetupReport(installed, kept, edition.shortcomings());
    }

    private static boolean isToBeKept(RestCalls calls, Template template) throws IOException {
        RestCalls.Answer there = calls.call("GET", template.path(), null);
        if (!there.isGood()) {
            return false;
        }
        return template.kind() == Template.Kind.LIFECYCLE
                || there.json().at(template.kind().versionPointer()).asInt() > template.version();
    }
}
