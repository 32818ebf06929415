package io.pumasentinel.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Talks to the server over a plain socket: HTTP clients refuse to forge Host. */
class ResultsServerTest {

    private static final String WINDOWS = "/api/search?index=metrics-puma.endpoint-*";
    private static final String SIMPLE = "{\"size\":3,\"_source\":[\"@timestamp\"]}";

    private ResultsServer server;

    @BeforeEach
    void start() throws IOException {
        server = ResultsServer.start(0, new PageFixture());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void servesThePageItsStatusAndItsSearches() throws IOException {
        assertThat(get("/")).startsWith("HTTP/1.1 200").contains("{\"mode\":\"live\"}");
        assertThat(get("/api/status")).contains("\"requests\": 52895");
        assertThat(post(WINDOWS, SIMPLE)).startsWith("HTTP/1.1 200").contains("\"_source\":{\"@t");
    }

    @Test
    void takesAFreePortWhereTheWishedOneIsTaken() throws IOException {
        try (ResultsServer second =
                ResultsServer.start(server.uri().getPort(), new PageFixture())) {
            assertThat(second.uri().getPort()).isNotEqualTo(server.uri().getPort()).isPositive();
        }
    }

    @Test
    void refusesForeignNamesForThisMachine() throws IOException {
        assertThat(ask("GET / HTTP/1.1\r\nHost: evil.example", "")).startsWith("HTTP/1.1 421");
        assertThat(ask("GET / HTTP/1.1\r\nHost: localhost.evil.example", ""))
                .startsWith("HTTP/1.1 421");
        assertThat(ask("GET / HTTP/1.1\r\nHost: localhost:1", "")).startsWith("HTTP/1.1 200");
        assertThat(ask("GET / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://evil.example", ""))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void refusesOtherPathsAndMethods() throws IOException {
        assertThat(get("/_cluster/settings")).startsWith("HTTP/1.1 404");
        assertThat(get("/api/search")).startsWith("HTTP/1.1 405");
        assertThat(ask("DELETE / HTTP/1.1\r\nHost: localhost", "")).startsWith("HTTP/1.1 405");
    }

    @Test
    void refusesSearchesBeyondThePagesNeeds() throws IOException {
        assertThat(post("/api/search?index=.security", SIMPLE)).startsWith("HTTP/1.1 400");
        assertThat(post("/api/search?index=alerts-puma-x,secret", SIMPLE))
                .startsWith("HTTP/1.1 400");
        assertThat(post("/api/search?index=alerts-puma-x%2F_doc%2F1", SIMPLE))
                .startsWith("HTTP/1.1 400");
        assertThat(post(WINDOWS + "&routing=1", SIMPLE)).startsWith("HTTP/1.1 400");
        assertThat(post(WINDOWS, "{\"size\":10001}")).contains("allowed is 0 to 10000");
        assertThat(post(WINDOWS, "{\"size\":1,\"script_fields\":{}}")).startsWith("HTTP/1.1 400");
        assertThat(post(WINDOWS, "{\"size\":1,\"query\":{\"script\":{}}}"))
                .startsWith("HTTP/1.1 400");
        assertThat(
                        post(
                                WINDOWS,
                                "{\"size\":1,\"query\":{\"bool\":{\"filter\":[{\"script\":{}}]}}}"))
                .startsWith("HTTP/1.1 400");
        assertThat(post(WINDOWS, "[]")).startsWith("HTTP/1.1 400");
    }

    @Test
    void filtersByTerms() throws IOException {
        String query =
                "{\"size\":10,\"_source\":[\"puma\"],\"query\":{\"bool\":{\"filter\":"
                        + "[{\"term\":{\"puma.endpoint\":\"POST /login\"}}]}}}";
        assertThat(post(WINDOWS, query)).contains("POST /login").doesNotContain("GET /search");
    }

    private String get(String path) throws IOException {
        return ask("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.uri().getPort(), "");
    }

    private String post(String path, String body) throws IOException {
        return ask(
                "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json"
                        .formatted(path),
                body);
    }

    private String ask(String head, String body) throws IOException {
        URI uri = server.uri();
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request =
                    "%s\r\nConnection: close\r\nContent-Length: %d\r\n\r\n%s"
                            .formatted(head, body.length(), body);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
