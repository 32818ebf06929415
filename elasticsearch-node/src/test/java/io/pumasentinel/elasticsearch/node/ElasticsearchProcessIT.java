package io.pumasentinel.elasticsearch.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ElasticsearchProcessIT {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void keepsDocumentsFromOneLifeToTheNext(@TempDir Path folder) throws Exception {
        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder, 0)) {
            HttpResponse<String> indexed =
                    send(node, "PUT", "/requests/_doc/1", "{\"path\":\"/login\"}");
            assertThat(indexed.statusCode()).isEqualTo(201);
        }

        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder, 0)) {
            send(node, "GET", "/_cluster/health/requests?wait_for_status=yellow", null);
            HttpResponse<String> found = send(node, "GET", "/requests/_doc/1", null);
            assertThat(found.body()).contains("\"_source\":{\"path\":\"/login\"}");
            assertThat(found.headers().firstValue("X-elastic-product")).hasValue("Elasticsearch");
        }
    }

    @Test
    void endsItsProcessWhenClosed(@TempDir Path folder) throws Exception {
        ElasticsearchProcess node = ElasticsearchProcess.start(folder, 0);
        assertThat(ProcessHandle.of(node.pid())).isPresent();

        node.close();

        assertThat(node.isAlive()).isFalse();
        node.close();
    }

    @Test
    void tellsInOneSentenceThatAnotherNodeHasTheFolder(@TempDir Path folder) throws Exception {
        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder, 0)) {
            assertThat(node.isAlive()).isTrue();
            assertThatThrownBy(() -> ElasticsearchProcess.start(folder, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("Elasticsearch did not start: ")
                    .hasMessageContaining("lock")
                    .hasMessageEndingWith("node.log");
        }
    }

    @Test
    void tellsThatThePortIsTaken(@TempDir Path folder) throws Exception {
        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder.resolve("a"), 0)) {
            int taken = node.url().getPort();
            assertThatThrownBy(() -> ElasticsearchProcess.start(folder.resolve("b"), taken))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("in use");
        }
    }

    private HttpResponse<String> send(
            ElasticsearchProcess node, String method, String path, @Nullable String body)
            throws Exception {
        HttpRequest.BodyPublisher publisher =
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body);
        return http.send(
                HttpRequest.newBuilder(URI.create(node.url() + path))
                        .header("Content-Type", "application/json")
                        .method(method, publisher)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
