package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A review over a real Elasticsearch says the same as one over files of the same lines. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewIT {
    private static final String ATTACKS = "--since 9m --until 2026-11-21T21:33:00Z";
    private static final Instant START = Instant.parse("2026-11-21T22:00:00Z");
    private static final List<String> AGENTS =
            List.of("curl/8.5.0", "sqlmap/1.8 | <b>", "Mozilla/5.0 (X11; Linux x86_64)");

    private Path folder;
    private ElasticsearchProcess node;
    private CaptureAnalysis capture;

    @BeforeAll
    void startNode(@TempDir Path empty) throws Exception {
        folder = empty;
        node = ElasticsearchProcess.start(folder.resolve("elasticsearch"), 0);
        IndexSetup.install(connection(), Duration.ofSeconds(30));
        capture =
                CaptureAnalysis.of(
                        CaptureFiles.named("puma-7.2-cluster"), folder.resolve("capture"));
    }

    @AfterAll
    void stop() throws IOException {
        node.close();
    }

    @Test
    void agreesOverTheSameDocuments() throws Exception {
        load("files", capture);

        String files = ofFiles(capture, ATTACKS);

        assertThat(ofCluster("files", ATTACKS)).isEqualTo(files);
        Map<String, List<String>> tables = tables(files);
        assertThat(tables.get("Suspicious addresses"))
                .anyMatch(row -> row.startsWith("| 198.18.85.81 | 1 | critical | 85 | 0 | 1 |"));
        assertThat(tables.get("Endpoints that changed")).isNotEmpty();
        assertThat(tables.get("Refused sign-ins by address"))
                .anyMatch(row -> row.startsWith("| 198.18.216.192 | 210 | 3 |"));
    }

    @Test
    void agreesOverLinesThatNameAgentsAndAccountsAndOverBrokenOnes() throws Exception {
        Path lines =
                Files.write(folder.resolve("access.ndjson"), RefusedSignIns.of(START, 60, AGENTS));
        CaptureAnalysis json =
                CaptureAnalysis.of(
                        List.of(lines),
                        CaptureFiles.named("puma-7.2-cluster").stats(),
                        folder.resolve("json"));
        load("json", json);
        String span = "--since 2026-11-21T22:00:00Z --until 2026-11-21T22:10:00Z";

        String files = ofFiles(json, span);

        assertThat(ofCluster("json", span)).isEqualTo(files);
        assertThat(tables(files).get("Suspicious agents"))
                .anyMatch(row -> row.startsWith("| sqlmap/1.8 &#124; &#60;b&#62; | 20 | 20 | 100"));
        assertThat(tables(files).get("Refused sign-ins by account"))
                .containsExactly(
                        "| bob | 40 | 0 | 1 | 2026-11-21 22:00:59 |",
                        "| ann | 20 | 0 | 1 | 2026-11-21 22:00:57 |");
        assertThat(tables(files).get("Dead letters")).hasSize(1);
    }

    /** The job wrote these documents itself. */
    @Test
    void agreesWithTheDemosReplay() throws Exception {
        try (DemoProcess demo =
                DemoProcess.start(
                        folder.resolve("data"),
                        folder,
                        "own",
                        Map.of(),
                        "--exit-when-done",
                        "--elasticsearch",
                        node.url().toString())) {
            demo.summary();
        }

        Map<String, List<String>> live = whateverBecameOfAlerts(ofCluster("demo", ATTACKS));

        assertThat(live).isEqualTo(whateverBecameOfAlerts(ofFiles(capture, ATTACKS)));
        assertThat(live.get("Alerts by outcome"))
                .contains("| all | " + capture.alerts().size() + " |");
        String requests = String.format(Locale.ROOT, "| Requests | %,d |", requestsOfTheSpan());
        assertThat(live.get("Summary")).anyMatch(row -> row.startsWith(requests));
    }

    private long requestsOfTheSpan() throws IOException {
        return capture.events("puma.access").stream()
                .map(event -> event.path("@timestamp").asText())
                .filter(time -> time.compareTo("2026-11-21T21:24:00") >= 0)
                .filter(time -> time.compareTo("2026-11-21T21:33:00") < 0)
                .count();
    }

    /**
     * How far time goes on after the replay decides which of the job's alerts close: what tells of
     * that is cut off.
     */
    private static Map<String, List<String>> whateverBecameOfAlerts(String markdown) {
        Map<String, List<String>> tables = tables(markdown);
        tables.remove("What to do next");
        tables.remove("Alerts that wait for somebody");
        tables.computeIfPresent("Alerts by outcome", (title, rows) -> columns(rows, 2));
        tables.computeIfPresent("Noisiest rules", (title, rows) -> columns(rows, 6));
        tables.computeIfPresent(
                "Summary",
                (title, rows) ->
                        rows.stream().filter(row -> !row.startsWith("| Waiting")).toList());
        return tables;
    }

    private static List<String> columns(List<String> rows, int number) {
        String first = "((?:\\| [^|]* ){" + number + "}\\|).*";
        return rows.stream().map(row -> row.replaceAll(first, "$1")).toList();
    }

    private void load(String namespace, CaptureAnalysis analysis) throws Exception {
        new AnalysisLoader(node.url(), namespace).load(analysis);
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection())) {
            search.refresh("*-" + namespace + "-*");
        }
    }

    private ElasticsearchConnection connection() {
        return ElasticsearchConnection.to(node.url().toString());
    }

    private String ofCluster(String namespace, String options) throws IOException {
        Path config =
                Files.writeString(
                        folder.resolve(namespace + ".yaml"),
                        "elasticsearch: {urls: ['%s'], namespace: %s}\n"
                                .formatted(node.url(), namespace));
        return review("--config " + config + " " + options);
    }

    private static String ofFiles(CaptureAnalysis analysis, String options) {
        return review(analysis.folder() + " " + options);
    }

    private static String review(String arguments) {
        CommandRun run = CommandRun.of(List.of(("report " + arguments).split(" ")));
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    /** The rows of every table by its heading. */
    private static Map<String, List<String>> tables(String markdown) {
        Map<String, List<String>> tables = new LinkedHashMap<>();
        for (String section : markdown.split("\n## ")) {
            List<String> rows =
                    section.lines().filter(line -> line.startsWith("| ")).skip(2).toList();
            tables.put(section.lines().findFirst().orElseThrow(), rows);
        }
        return tables;
    }
}
