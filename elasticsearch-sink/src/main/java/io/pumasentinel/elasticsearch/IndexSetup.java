package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Makes a cluster ready for the documents: lifecycle policies, ingest pipelines, component
 * templates, index templates.
 *
 * <p>Safe to repeat and to run from several places at once; writes nothing where all is as this
 * release has it. A template of a newer release is left as it is. Templates take effect on indices
 * created afterwards.
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
                if (answer.isGood() || answer.status() == RestCalls.FORBIDDEN) {
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
        List<Template> templates =
                Template.bundled().stream()
                        .filter(template -> template.kind().isForWriting())
                        .toList();
        return new TemplateInstallation(calls, Edition.probe(calls)).install(templates);
    }
}
