package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.review.HandMade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandTest {
    private Path folder;
    private String result;

    @BeforeEach
    void makeResult(@TempDir Path empty) throws IOException {
        folder = empty;
        Path made = Files.createDirectory(folder.resolve("result"));
        new HandMade()
                .window(0, "GET /", 10, 1, 0.1)
                .window(300, "GET /", 30, 1, 0.1)
                .alert(5, "brute-force", "high", "open", "address", "192.0.2.5")
                .in(made)
                .close();
        result = made.toString();
    }

    @Test
    void writesMarkdownOfTheWholeResult() {
        CommandRun run = CommandRun.of("report", result);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(
                        "# Review\n\n2026-11-21 12:00:00 to 2026-11-21 12:05:10 UTC (5 min 10 s)")
                .contains("| Requests | 40 | – | – |")
                .contains("[brute-force](docs/runbooks/brute-force.md)");
    }

    @Test
    void takesTheLastMinutesOfAResult() {
        assertThat(CommandRun.of("report", result, "--since", "2m").out())
                .contains("| Requests | 30 | 0 |");
        assertThat(
                        CommandRun.of(
                                        "report",
                                        result,
                                        "--until",
                                        "2026-11-21T12:00:10Z",
                                        "--service",
                                        "shop")
                                .out())
                .startsWith("# Review of shop\n")
                .contains("| Requests | 10 | –");
    }

    @Test
    void writesAFileInTheFormOfItsName() throws IOException {
        Path html = folder.resolve("review.html");
        Files.writeString(html, "the old one");
        CommandRun run =
                CommandRun.of(
                        "report", result, "--out", html.toString(), "--runbooks", "https://w/r");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(html))
                .startsWith("<!doctype html>")
                .contains("<a href=\"https://w/r/brute-force.md\">");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(2);
        }
        assertThat(CommandRun.of("report", result, "--format", "html").out())
                .startsWith("<!doctype html>");
    }

    @Test
    void warnsOfASpanWithNothingInIt() {
        CommandRun run = CommandRun.of("report", result, "--service", "other");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEqualTo("warning: no request and no alert in the span\n");
    }

    @Test
    void failsWhereTheAnalysisUnderstoodNothing() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        new HandMade().in(empty).close();
        CommandRun run = CommandRun.of("report", empty.toString());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).startsWith("puma-sentinel: neither windows nor alerts (got ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report --since 24h",
                "report RESULT --config F",
                "report nowhere",
                "report RESULT --since yesterday",
                "report RESULT --until now",
                "report RESULT --format pdf",
                "report RESULT --out no/such/folder/x.md",
                "report RESULT --runbooks javascript:x",
                "report RESULT --since 2026-11-22T00:00:00Z",
                "report --config no"
            })
    void refusesAWrongCall(String line) {
        CommandRun run = CommandRun.of(List.of(line.replace("RESULT", result).split(" ")));
        assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void saysInOneLineThatElasticsearchDoesNotAnswer() throws IOException {
        String config = config("elasticsearch: {urls: ['http://127.0.0.1:1']}\n");
        CommandRun run = CommandRun.of("report", "--since", "24h", "--config", config);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .startsWith(
                        "puma-sentinel: Elasticsearch at http://127.0.0.1:1: the review cannot be"
                                + " made (got ")
                .hasLineCount(1);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void refusesAConfigurationThatIsWrongOrNamesNoCluster() throws IOException {
        CommandRun wrong = CommandRun.of("report", "--config", config("kafka:\n  group-id: [x]\n"));
        assertThat(wrong.exitCode()).isEqualTo(78);
        assertThat(wrong.err()).contains(":2:13: kafka.group-id: ");
        CommandRun none = CommandRun.of("report", "--config", config("elasticsearch: {}\n"));
        assertThat(none.exitCode()).isEqualTo(78);
        assertThat(none.err()).contains("elasticsearch.urls: none (got [])");
    }

    private String config(String text) throws IOException {
        return Files.writeString(folder.resolve("f.yaml"), text).toString();
    }
}
