package io.pumasentinel.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // set before each test
class ClusterCheckTest {
    private static final String BASIC = "{\"license\":{\"status\":\"active\",\"type\":\"basic\"}}";

    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7.10.2", "8.19.21", "9.2.0", "10.0.0"})
    void tellsTheVersionOfAClusterThatWillDo(String version) throws IOException {
        answer("/", 200, root(version, ""));
        answer("/_license", 200, BASIC);

        assertThat(check()).isEqualTo(version);
    }

    /** The free distribution has no licence to ask for. */
    @Test
    void needsNoLicence() throws IOException {
        answer("/", 200, root("7.10.2", ""));
        answer("/_license", 400, "{\"error\":\"no handler found\"}");

        assertThat(check()).isEqualTo("7.10.2");
    }

    /** As the demo's own node answers. */
    @Test
    void asksTheNodeWhereThereIsNoFrontPage() throws IOException {
        answer("/", 405, "");
        answer("/_nodes/_local", 200, "{\"nodes\":{\"x\":{\"version\":\"8.19.21\"}}}");
        answer("/_license", 405, "");

        assertThat(check()).isEqualTo("8.19.21");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6.8.23 | | Elasticsearch is too old (got 6.8.23); ",
                "7.9.3 | | Elasticsearch is too old (got 7.9.3); ",
                "2.11.0 | ,\"distribution\":\"opensearch\" | not Elasticsearch (got opensearch"
                        + " 2.11.0); ",
                "none | | not Elasticsearch (got elasticsearch none); "
            })
    void refusesOthers(String version, String further, String message) {
        answer("/", 200, root(version, further == null ? "" : further));
        answer("/_license", 200, BASIC);

        assertThatThrownBy(this::check)
                .isInstanceOf(IOException.class)
                .hasMessage(message + " Elasticsearch 7.10 or newer is needed");
    }

    @Test
    void refusesAnExpiredLicence() {
        answer("/", 200, root("8.19.21", ""));
        answer("/_license", 200, BASIC.replace("active", "expired"));

        assertThatThrownBy(this::check)
                .hasMessage("licence: not active (got expired); an active one");
    }

    @Test
    void repeatsWhyAUserIsNotLetIn() {
        answer(
                "/",
                401,
                "{\"error\":{\"type\":\"security_exception\",\"reason\":\"missing token\"}}");

        assertThatThrownBy(this::check)
                .hasMessageContaining("Elasticsearch refused (got 401 security_exception: missing");
    }

    private String check() throws IOException {
        return ClusterCheck.of(
                ElasticsearchConnection.to("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private static String root(String version, String further) {
        return "{\"version\":{\"number\":\"" + version + "\"" + further + "}}";
    }

    private void answer(String path, int status, String body) {
        server.createContext(
                path,
                exchange -> {
                    byte[] bytes = body.getBytes(UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
