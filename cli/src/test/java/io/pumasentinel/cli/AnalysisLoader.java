package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.job.sink.IndexNames;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;

/** Puts the documents of an analysis where the job would have put them. */
final class AnalysisLoader {

    private static final int BATCH = 5000;

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI bulk;
    private final IndexNames names;

    AnalysisLoader(URI elasticsearch, String namespace) {
        this.bulk = elasticsearch.resolve("/_bulk?filter_path=errors,items.*.error");
        this.names = new IndexNames(namespace);
    }

    /** Loads them; alerts also as their last transition. */
    void load(CaptureAnalysis analysis) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder();
        int documents = 0;
        for (String file : List.of("events", "windows", "alerts", "dead-letters")) {
            for (JsonNode document : analysis.documents(file + ".ndjson")) {
                add(body, index(document), document);
                if (file.equals("alerts")) {
                    add(body, names.alertTransition(millis(document, "/@timestamp")), document);
                }
                if (++documents % BATCH == 0) {
                    send(body);
                }
            }
        }
        send(body);
    }

    private String index(JsonNode document) {
        long millis = millis(document, "/@timestamp");
        String dataset = document.at("/event/dataset").asText();
        return switch (dataset) {
            case "puma.access" -> names.access(millis);
            case "puma.error", "puma.lifecycle" -> names.error(millis);
            case "puma.stats" -> names.stats(millis);
            case "puma.endpoint" -> names.endpoint(millis);
            case "puma.alert" -> names.alert(millis(document, "/event/start"));
            case "puma.dead_letter" -> names.deadLetter(millis);
            default -> throw new IllegalArgumentException("dataset is new here: " + dataset);
        };
    }

    private static long millis(JsonNode document, String pointer) {
        return Instant.parse(document.at(pointer).asText()).toEpochMilli();
    }

    private static void add(StringBuilder body, String index, JsonNode document) {
        body.append("{\"index\":{\"_index\":\"").append(index).append("\"}}\n");
        body.append(document).append('\n');
    }

    private void send(StringBuilder body) throws IOException, InterruptedException {
        if (body.isEmpty()) {
            return;
        }
        HttpRequest request =
                HttpRequest.newBuilder(bulk)
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).isEqualTo("{\"errors\":false}");
        body.setLength(0);
    }
}
