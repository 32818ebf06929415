package io.pumasentinel.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.kibana.FakeKibana;
import io.pumasentinel.cli.kibana.KibanaBundle;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life of a cluster: checked, set up, changed by hand, checked, cleaned. */
class SetupCommandIT {

    @Test
    void setsUpTellsDriftAndRemoves(@TempDir Path folder) throws Exception {
        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder.resolve("node"), 0)) {
            String config = config(folder, node.url());

            CommandRun before = CommandRun.of("check", "--config", config);
            assertThat(before.exitCode()).isZero();
            assertThat(before.out())
                    .contains("drift: index template puma-sentinel-access: missing\n")
                    .endsWith("run setup to bring the cluster to this release\n");
            assertThat(CommandRun.of("check", "--config", config, "--cluster").exitCode())
                    .isEqualTo(1);

            CommandRun first = CommandRun.of("setup", "--config", config);
            assertThat(first.err()).isEmpty();
            assertThat(first.exitCode()).isZero();
            assertThat(first.out())
                    .startsWith("Elasticsearch: 16 installed, 0 as they should be\n")
                    .contains("  installed: component template puma-sentinel-base\n")
                    .contains("  note: no field type wildcard: keyword instead\n")
                    .contains("  note: no lifecycle policies: ");
            assertThat(CommandRun.of("setup", "--config", config).out())
                    .startsWith("Elasticsearch: 0 installed, 16 as they should be\n")
                    .doesNotContain("installed: ");
            CommandRun after = CommandRun.of("check", "--config", config, "--cluster");
            assertThat(after.exitCode()).isZero();
            assertThat(after.out()).endsWith("no drift; " + node.url() + "\n");

            send(node.url(), "PUT", "/logs-puma.access-default-2026.11.21");
            send(node.url(), "DELETE", "/_index_template/puma-sentinel-stats");
            assertThat(CommandRun.of("check", "--config", config).out())
                    .contains("drift: index template puma-sentinel-stats: missing\n");

            CommandRun removed = CommandRun.of("setup", "--config", config, "--remove");
            assertThat(removed.exitCode()).isZero();
            assertThat(removed.out())
                    .startsWith("Elasticsearch: 15 removed\n")
                    .contains("  note: documents stay, in 1 index; to delete them: ");
            assertThat(send(node.url(), "HEAD", "/logs-puma.access-default-2026.11.21"))
                    .isEqualTo(200);
        }
    }

    @Test
    void installsDashboardsAndTakesThemAway(@TempDir Path folder) throws Exception {
        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder.resolve("node"), 0);
                FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            String config = config(folder, node.url());
            Files.writeString(
                    Path.of(config),
                    "kibana: {url: '" + kibana.url() + "'}\n",
                    StandardOpenOption.APPEND);
            int objects = new String(KibanaBundle.ndjson(), UTF_8).split("\n").length;

            assertThat(CommandRun.of("setup", "--config", config).out())
                    .contains("Roles: 0 installed, 0 as they should be\n  note: no security: ")
                    .contains("Kibana: " + objects + " installed, 0 as they should be\n")
                    .contains("  installed: dashboard puma-sentinel-overview");
            assertThat(CommandRun.of("setup", "--config", config).out())
                    .contains("Kibana: 0 installed, " + objects + " as they should be\n");
            assertThat(CommandRun.of("setup", "--config", config, "--remove").out())
                    .startsWith("Kibana: " + objects + " removed\n")
                    .contains("Elasticsearch: 16 removed\n");
        }
    }

    @Test
    void failsWithOneSentenceWhereNoClusterAnswers(@TempDir Path folder) throws Exception {
        String config = config(folder, URI.create("http://127.0.0.1:1"));

        CommandRun run = CommandRun.of("setup", "--config", config, "--remove");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("puma-sentinel: Elasticsearch is not ready (got ");
        assertThat(run.out()).isEmpty();
    }

    private static String config(Path folder, URI url) throws Exception {
        return Files.writeString(
                        folder.resolve("sentinel.yaml"),
                        "kafka: {bootstrap-servers: ['127.0.0.1:1'], sources: [{topic: t}]}\n"
                                + "elasticsearch: {urls: ['"
                                + url
                                + "']}\n")
                .toString();
    }

    private static int send(URI node, String method, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node + path))
                                .method(method, HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
