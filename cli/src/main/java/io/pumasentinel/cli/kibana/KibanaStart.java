package io.pumasentinel.cli.kibana;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLException;

/** Waits for a Kibana that is starting; a refusal that waiting cannot mend ends it at once. */
final class KibanaStart {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration STATUS_TIMEOUT = Duration.ofSeconds(10);

    /**
     * 7.10 tells a colour in {@code state}, 8.x a {@code level}; both answer 200 with the worst.
     */
    private static final Set<String> USABLE = Set.of("green", "yellow", "available", "degraded");

    private final KibanaClient client;

    KibanaStart(KibanaClient client) {
        this.client = client.answeringWithin(STATUS_TIMEOUT);
    }

    /**
     * Returns the version once Kibana is usable.
     *
     * @param atMost about how long it may take
     * @throws IOException if it does not become usable in time or refuses for good
     */
    KibanaVersion await(Duration atMost) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        KibanaAnswer answer = ask();
        while (!isUsable(answer)) {
            if (answer.isFinal()) {
                answer.orThrow("status of " + client.connection().url());
            }
            if (System.nanoTime() >= deadline) {
                throw notReady(answer, atMost);
            }
            Thread.sleep(PAUSE.toMillis());
            answer = ask();
        }
        return KibanaVersion.ofStatus(answer.json());
    }

    private KibanaAnswer ask() throws IOException, InterruptedException {
        try {
            return client.get("/api/status");
        } catch (SSLException e) {
            throw new IOException(
                    "TLS with "
                            + client.connection().url()
                            + " failed (got "
                            + e.getMessage()
                            + "); the authority that signed Kibana's certificate as a file or by"
                            + " its fingerprint");
        } catch (IOException e) {
            String words = e.getMessage();
            return new KibanaAnswer(KibanaAnswer.NONE, words == null ? "no connection" : words);
        }
    }

    private static boolean isUsable(KibanaAnswer answer) {
        return answer.isGood() && USABLE.contains(level(answer.json()));
    }

    private IOException notReady(KibanaAnswer last, Duration waited) {
        return new IOException(
                "Kibana is not ready (got "
                        + (last.isGood() ? level(last.json()) : last.refusal())
                        + " from "
                        + client.connection().url()
                        + " for "
                        + waited.toSeconds()
                        + " s)");
    }

    private static String level(JsonNode status) {
        JsonNode overall = status.at("/status/overall");
        return overall.path("level").asText(overall.path("state").asText("no status"));
    }
}
