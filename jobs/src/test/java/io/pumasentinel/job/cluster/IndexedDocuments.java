package io.pumasentinel.job.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the documents that a job wrote under one namespace. */
final class IndexedDocuments {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST_PAGE =
            "{\"size\":5000,\"sort\":[\"_doc\"],\"query\":{\"match_all\":{}}}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI elasticsearch;
    private final String namespace;

    IndexedDocuments(URI elasticsearch, String namespace) {
        this.elasticsearch = elasticsearch;
        this.namespace = namespace;
    }

    /** How many documents of the stream are there now; 0 also while its indices are being made. */
    long count(String stream) throws IOException, InterruptedException {
        refresh(stream);
        HttpResponse<byte[]> answer = send(indices(stream) + "/_count", "");
        return answer.statusCode() == 503 ? 0 : json(answer).path("count").asLong();
    }

    /**
     * All documents of a stream by id, after a refresh.
     *
     * @param stream such as {@code logs-puma.access}
     * @throws AssertionError if an id stands in two indices
     */
    SortedMap<String, JsonNode> all(String stream) throws IOException, InterruptedException {
        refresh(stream);
        SortedMap<String, JsonNode> documents = new TreeMap<>();
        JsonNode page = call(indices(stream) + "/_search?scroll=1m", FIRST_PAGE);
        while (!page.path("hits").path("hits").isEmpty()) {
            for (JsonNode hit : page.path("hits").path("hits")) {
                String id = hit.path("_id").asText();
                if (documents.put(id, hit.path("_source")) != null) {
                    throw new AssertionError("twice in " + stream + ": " + id);
                }
            }
            String next =
                    JSON.createObjectNode()
                            .put("scroll", "1m")
                            .put("scroll_id", page.path("_scroll_id").asText())
                            .toString();
            page = call("/_search/scroll", next);
        }
        return documents;
    }

    private String indices(String stream) {
        return "/" + stream + "-" + namespace + "-*";
    }

    private void refresh(String stream) throws IOException, InterruptedException {
        call(indices(stream) + "/_refresh", "");
    }

    private JsonNode call(String path, String body) throws IOException, InterruptedException {
        return json(send(path, body));
    }

    private HttpResponse<byte[]> send(String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(elasticsearch.resolve(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws IOException {
        JsonNode body = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " answered " + answer.statusCode() + ": " + body);
        }
        return body;
    }
}
