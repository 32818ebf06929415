package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class IndexSetupContract {

    abstract ServerUnderTest server();

    private ElasticsearchProcess node;
    private ElasticsearchConnection connection;
    private RestCalls calls;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        node = server().start(folder, 0);
        connection = ElasticsearchConnection.to(node.url().toString());
        calls = new RestCalls(connection.open(1));
    }

    @AfterAll
    void stop() throws IOException {
        if (node != null) {
            calls.close();
            node.close();
        }
    }

    @BeforeEach
    void forget() throws IOException {
        calls.call("DELETE", "/_index_template/puma-sentinel-*", null);
        calls.call("DELETE", "/_component_template/puma-sentinel-*", null);
    }

    @Test
    void installsTheSameAgainAndSaysWhatTheNodeLacks() throws Exception {
        SetupReport first = IndexSetup.install(connection, Duration.ofSeconds(30));
        SetupReport second = IndexSetup.install(connection, Duration.ofSeconds(30));

        assertThat(first.installed())
                .hasSize(16)
                .contains("index template puma-sentinel-access")
                .doesNotContain("transform puma-sentinel-endpoint-hourly");
        assertThat(second.installed()).isEmpty();
        assertThat(second.unchanged()).isEqualTo(first.installed());
        assertThat(first.shortcomings())
                .anyMatch(told -> told.contains("lifecycle"))
                .anyMatch(told -> told.contains("transforms"))
                .anyMatch(told -> told.contains("security"))
                .contains("no field type wildcard: keyword instead");
    }

    @Test
    void leavesATemplateOfANewerReleaseAlone() throws Exception {
        IndexSetup.install(connection, Duration.ofSeconds(30));
        String path = "/_index_template/puma-sentinel-error";
        calls.call(
                        "PUT",
                        path,
                        "{\"version\":99,\"priority\":400,\"index_patterns\":[\"logs-puma.error-*\"]}")
                .orThrow("newer");

        assertThat(IndexSetup.install(connection, Duration.ofSeconds(30)).kept())
                .containsExactly(
                        "index template puma-sentinel-error: version 99, this release's 1");
    }

    @Test
    void givesEveryStreamAPlainIndexWithExactTypes() throws Exception {
        IndexSetup.install(connection, Duration.ofSeconds(30));
        for (String index :
                List.of(
                        "logs-puma.access-default-2026.11.21",
                        "logs-puma.error-default-2026.11.21",
                        "metrics-puma.stats-default-2026.11.21",
                        "metrics-puma.endpoint-default-2026.11.21",
                        "metrics-puma.endpoint_hourly-default",
                        "alerts-puma-default-2026.11",
                        "logs-puma.alert-default-2026.11.21",
                        "logs-puma.dead_letter-default-2026.11.21")) {
            calls.call("PUT", "/" + index, null).orThrow(index);
            JsonNode resolved = calls.call("GET", "/_resolve/index/" + index, null).json();
            assertThat(resolved.path("indices").size()).isEqualTo(1);
            assertThat(resolved.path("data_streams").size()).isZero();
            assertThat(mapping(index).path("dynamic").asText()).isEqualTo("false");
            assertThat(mapping(index).at("/properties/@timestamp/type").asText()).isEqualTo("date");
        }
        JsonNode access = mapping("logs-puma.access-default-2026.11.21");
        assertThat(access.at("/properties/source/properties/ip/type").asText()).isEqualTo("ip");
        assertThat(access.at("/properties/url/properties/path/type").asText()).isEqualTo("keyword");
    }

    @Test
    void readsAnIndexThatIsNotThereAsAnEmptyOne() throws Exception {
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection)) {
            search.refresh("logs-none-*");
            assertThat(search.count("logs-none-*,logs-none")).isZero();
            assertThat(search.search("logs-none", "{\"size\":0}")).contains("\"hits\"");
            assertThatThrownBy(() -> search.search("logs-none", "{\"query\":1}"))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("search logs-none: Elasticsearch refused (got 400");
        }
    }

    @Test
    void saysThatElasticsearchIsNotReady() {
        ElasticsearchConnection nobody = ElasticsearchConnection.to("http://127.0.0.1:1");

        assertThatThrownBy(() -> IndexSetup.install(nobody, Duration.ofMillis(600)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Elasticsearch is not ready (got ")
                .hasMessageContaining("[http://127.0.0.1:1]");
    }

    private JsonNode mapping(String index) throws IOException {
        return calls.call("GET", "/" + index + "/_mapping", null)
                .orThrow(index)
                .json()
                .path(index)
                .path("mappings");
    }
}
