package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ClusterSetupContract {

    private static final String ERRORS = "logs-puma.error-default-2026.11.21";

    private ElasticsearchProcess node;
    private RestCalls calls;
    private ClusterSetup setup;

    abstract ServerUnderTest server();

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        node = server().start(folder, 0);
        ElasticsearchConnection connection = ElasticsearchConnection.to(node.url().toString());
        calls = new RestCalls(connection.open(1));
        setup =
                new ClusterSetup(
                        connection, new SetupScope("default", null), Duration.ofSeconds(30));
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
        calls.call("DELETE", "/" + ERRORS, null);
        calls.call("DELETE", "/_index_template/*", null);
        calls.call("DELETE", "/_component_template/puma-sentinel-*", null);
    }

    @Test
    void findsNoDriftInWhatItInstalled() throws Exception {
        assertThat(setup.drift()).hasSize(16).allMatch(told -> told.endsWith(": missing"));

        assertThat(setup.install().installed()).hasSize(16);
        index(ERRORS, "");

        assertThat(setup.drift()).isEmpty();
        assertThat(setup.install().installed()).isEmpty();
    }

    @Test
    void bringsBackWhatSomebodyChanged() throws Exception {
        setup.install();
        put(
                "/_index_template/puma-sentinel-error",
                "{'version':1,'priority':400,'index_patterns':['logs-puma.error-*'],"
                        + "'_meta':{'managed_by':'puma-sentinel'}}");
        put("/_component_template/puma-sentinel-hour", "{'version':0,'template':{}}");

        assertThat(setup.drift())
                .hasSize(2)
                .contains("component template puma-sentinel-hour: version 0 instead of 1")
                .anyMatch(
                        told ->
                                told.startsWith(
                                        "index template puma-sentinel-error: changed by hand ("));
        assertThat(setup.install().installed())
                .containsExactly(
                        "component template puma-sentinel-hour",
                        "index template puma-sentinel-error");
        assertThat(setup.drift()).isEmpty();
    }

    @Test
    void leavesWhatIsNewerAndTellsOfIt() throws Exception {
        setup.install();
        put(
                "/_index_template/puma-sentinel-error",
                "{'version':7,'priority':400,'index_patterns':['logs-puma.error-*']}");
        String told = "index template puma-sentinel-error: version 7, this release's 1";

        assertThat(setup.drift()).containsExactly(told);
        assertThat(setup.install().kept()).containsExactly(told);
    }

    @Test
    void tellsWhichFieldsAnIndexLacksOrHasInAnotherType() throws Exception {
        index(
                ERRORS,
                "{'mappings':{'properties':{'process':{'properties':{'pid':{'type':'text'}}}}}}");
        setup.install();

        assertThat(setup.drift())
                .singleElement()
                .asString()
                .startsWith("index " + ERRORS + ": no field @timestamp, ecs.version, ")
                .endsWith(" more; process.pid is text, not long");
    }

    @Test
    void removesWhatItInstalledAndNothingElse() throws Exception {
        setup.install();
        index(ERRORS, "");
        put("/" + ERRORS + "/_doc/1", "{'message':'x'}");
        put("/_index_template/mine", "{'index_patterns':['mine-*']}");
        put(
                "/_index_template/puma-sentinel-stats",
                "{'index_patterns':['metrics-puma.stats-*'],'priority':400}");

        RemovalReport report = setup.remove();

        assertThat(report.removed()).hasSize(15).startsWith("index template puma-sentinel-error");
        assertThat(report.left())
                .containsExactly("index template puma-sentinel-stats: not made by puma-sentinel");
        assertThat(report.indices()).containsExactly(ERRORS);
        assertThat(calls.call("GET", "/" + ERRORS + "/_doc/1", null).isGood()).isTrue();
        assertThat(calls.call("GET", "/_index_template/mine", null).isGood()).isTrue();
        assertThat(setup.remove().removed()).isEmpty();
    }

    @Test
    void leavesAComponentThatSomebodyElseUses() throws Exception {
        setup.install();
        put(
                "/_index_template/mine",
                "{'index_patterns':['mine-*'],'composed_of':['puma-sentinel-base']}");

        assertThat(setup.remove().left())
                .singleElement()
                .asString()
                .startsWith("component template puma-sentinel-base: ")
                .contains("in use by index templates [mine]");
    }

    private void index(String name, String body) throws IOException {
        put("/" + name, body);
    }

    private void put(String path, String body) throws IOException {
        calls.call("PUT", path, body.isEmpty() ? null : body.replace('\'', '"')).orThrow(path);
    }
}
