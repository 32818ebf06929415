package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.kibana.FakeKibana;
import io.pumasentinel.cli.kibana.KibanaBundle;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo into a cluster and a Kibana that it did not start. */
class DemoOwnStackIT {
    private static final Pattern LINK =
            Pattern.compile("(?m)^puma-sentinel: dashboard ([^\\n]+): (http\\S+)$");
    private static final Pattern REMOVAL = Pattern.compile("curl -X DELETE '(\\S+)'");
    private static final String KEY = "a2V5OnZhbHVl";

    /** The same numbers as the ordinary demo has, which DemoIT holds to the same oracle. */
    @Test
    void leavesTheSameDocumentsThereAsItLeavesOnItsOwnNode(@TempDir Path folder) throws Exception {
        CaptureFiles capture = CaptureFiles.named("puma-7.2-cluster");
        CaptureAnalysis files = CaptureAnalysis.of(capture, folder.resolve("files"));
        Path data = folder.resolve("data");
        try (ElasticsearchProcess node = ElasticsearchProcess.start(folder.resolve("node"), 0);
                FakeKibana kibana = FakeKibana.ofVersion("8.19.21")) {
            kibana.letIn("ApiKey " + KEY);
            String summary;
            String said;
            try (DemoProcess demo =
                    DemoProcess.start(
                            data,
                            folder,
                            "own",
                            Map.of(
                                    "PUMA_SENTINEL_KIBANA_API_KEY",
                                    KEY,
                                    "PUMA_SENTINEL_KIBANA_SPACE",
                                    "ops"),
                            "--exit-when-done",
                            "--elasticsearch",
                            node.url().toString(),
                            "--kibana",
                            kibana.url() + "/")) {
                summary = demo.summary();
                said = demo.said();
            }
            assertThat(summary.lines()).containsAll(DemoNumbers.of(capture, files));
            assertThat(data.resolve("elasticsearch")).doesNotExist();
            assertThat(said).doesNotContain(KEY);
            expectDashboards(kibana, said);
            expectTheLinkToFindDocuments(node.url(), capture.requestLines().size());
            expectRemoval(node.url(), said);
        }
    }

    private static void expectDashboards(FakeKibana kibana, String said) throws Exception {
        assertThat(kibana.imported())
                .isEqualTo(new String(KibanaBundle.ndjson(), StandardCharsets.UTF_8));
        assertThat(kibana.requests())
                .filteredOn(request -> request.startsWith("POST"))
                .containsExactly(
                        "POST /api/spaces/space",
                        "POST /s/ops/api/saved_objects/_import?overwrite=true");
        assertThat(LINK.matcher(said).results().map(result -> result.group(1)))
                .containsExactlyInAnyOrder(
                        "[puma-sentinel] Overview",
                        "[puma-sentinel] Endpoints",
                        "[puma-sentinel] Attacks",
                        "[puma-sentinel] Puma runtime",
                        "[puma-sentinel] Review");
        String overview =
                LINK.matcher(said)
                        .results()
                        .filter(result -> result.group(1).endsWith("Overview"))
                        .map(result -> result.group(2))
                        .findFirst()
                        .orElseThrow();
        // The check-in in the first sample; the second after the last sample and access line.
        assertThat(URLDecoder.decode(overview, StandardCharsets.UTF_8))
                .isEqualTo(
                        kibana.url()
                                + "/s/ops/app/dashboards#/view/puma-sentinel-overview"
                                + "?_g=(filters:!(('$state':(store:globalState),"
                                + "meta:(alias:'namespace demo',disabled:!f,key:query,negate:!f,"
                                + "type:custom),query:(wildcard:(_index:(value:'*-demo-*'))))),"
                                + "time:(from:'2026-11-21T21:10:19Z',to:'2026-11-21T21:33:53Z'))");
    }

    /** The query of the link's filter, as Kibana passes it on. */
    private static void expectTheLinkToFindDocuments(URI node, int requests) throws Exception {
        String query = "{\"query\":{\"wildcard\":{\"_index\":{\"value\":\"*-demo-*\"}}}}";
        HttpRequest count =
                HttpRequest.newBuilder(node.resolve("/logs-puma.access-*/_count"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(query))
                        .build();
        assertThat(
                        HttpClient.newHttpClient()
                                .send(count, HttpResponse.BodyHandlers.ofString())
                                .body())
                .startsWith("{\"count\":" + requests + ",");
    }

    /** What it prints for removal, done, leaves nothing of the namespace. */
    private static void expectRemoval(URI node, String said) throws Exception {
        Matcher removal = REMOVAL.matcher(said);
        assertThat(removal.find()).as(said).isTrue();
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest delete = HttpRequest.newBuilder(URI.create(removal.group(1))).DELETE().build();
        assertThat(http.send(delete, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        HttpRequest left =
                HttpRequest.newBuilder(node.resolve("/_cat/indices/*-demo-*?h=index")).build();
        assertThat(http.send(left, HttpResponse.BodyHandlers.ofString()).body()).isEmpty();
    }
}
