package io.pumasentinel.benchmark.panels;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** The HTTP side of one Elasticsearch. */
final class Searches {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;

    Searches(URI url) {
        this.url = url;
    }

    /** Posts JSON lines; the future's text is the answer of status 200. */
    CompletableFuture<String> post(String path, byte[] lines) {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(lines))
                        .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(Searches::body);
    }

    /** The answer to a search without the request cache, totals counted, as Kibana 7.10 asks. */
    String search(String index, String body) throws IOException, InterruptedException {
        String path =
                "/"
                        + URLEncoder.encode(index, StandardCharsets.UTF_8)
                        + "/_search?request_cache=false&ignore_unavailable=true"
                        + (body.contains("track_total_hits") ? "" : "&track_total_hits=true");
        return call("POST", path, body);
    }

    /** CPU time of the node's process since its start. */
    long cpuMillis() throws IOException, InterruptedException {
        String stats = call("GET", "/_nodes/stats/process?filter_path=**.cpu.total_in_millis", "");
        return JSON.readTree(stats).findValue("total_in_millis").longValue();
    }

    /** The answer to any other call; a body of no length is none. */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url.resolve(path))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body.isEmpty()
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return body(client.send(request, HttpResponse.BodyHandlers.ofString()));
    }

    private static String body(HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    response.uri()
                            + ": refused (got "
                            + response.statusCode()
                            + " "
                            + response.body()
                            + ")");
        }
        return response.body();
    }
}
