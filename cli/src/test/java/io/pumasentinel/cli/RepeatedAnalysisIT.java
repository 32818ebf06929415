package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same lines, read again or from other files, lead to the same results. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepeatedAnalysisIT {
    private Path folder;
    private CaptureFiles capture;
    private CaptureAnalysis first;

    @BeforeAll
    void analyzeOnce(@TempDir Path empty) {
        folder = empty;
        capture = CaptureFiles.named("puma-5.6-single");
        first = CaptureAnalysis.of(capture, empty.resolve("first"));
    }

    @Test
    void writesTheSameBytesWhenRunAgain() throws IOException {
        CaptureAnalysis second = CaptureAnalysis.of(capture, folder.resolve("second"));
        for (String file :
                List.of(
                        "alerts.ndjson",
                        "windows.ndjson",
                        "dead-letters.ndjson",
                        "events.ndjson")) {
            assertThat(second.text(file)).as(file).isEqualTo(first.text(file));
        }
    }

    @Test
    void raisesTheSameAlertsForTheSameLinesInTwoBlocks() throws IOException {
        List<String> lines = CaptureFiles.lines(capture.access());
        int middle = lines.size() / 2;
        CaptureAnalysis split =
                analyze("blocks", lines.subList(0, middle), lines.subList(middle, lines.size()));
        assertThat(alerts(split)).isEqualTo(alerts(first));
        assertThat(split.text("windows.ndjson")).isEqualTo(first.text("windows.ndjson"));
    }

    @Test
    void raisesTheSameAlertsForTheSameLinesOfTwoHosts() throws IOException {
        List<String> one = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (String line : CaptureFiles.lines(capture.access())) {
            int address = line.substring(0, Math.max(0, line.indexOf(' '))).hashCode();
            (address % 2 == 0 ? one : other).add(line);
        }
        CaptureAnalysis split = analyze("hosts", one, other);
        assertThat(incidents(split)).isEqualTo(incidents(first));
        assertThat(split.text("windows.ndjson").lines().count())
                .isEqualTo(first.text("windows.ndjson").lines().count());
    }

    private CaptureAnalysis analyze(String name, List<String> one, List<String> other)
            throws IOException {
        Path input = Files.createDirectories(folder.resolve(name + "-input"));
        Path firstLog = Files.write(input.resolve("1.log"), one, StandardCharsets.ISO_8859_1);
        Path secondLog = Files.write(input.resolve("2.log"), other, StandardCharsets.ISO_8859_1);
        return CaptureAnalysis.of(
                List.of(firstLog, secondLog, capture.stderr()),
                capture.stats(),
                folder.resolve(name));
    }

    /** The documents but for the places where their evidence stands. */
    private static List<JsonNode> alerts(CaptureAnalysis analysis) throws IOException {
        List<JsonNode> alerts = analysis.documents("alerts.ndjson");
        for (JsonNode alert : alerts) {
            for (JsonNode evidence : alert.at("/sentinel/alert/evidence")) {
                ((ObjectNode) evidence).remove("position");
            }
        }
        return alerts;
    }

    /** Who did what when: the order within a second, so which evidence was kept, may differ. */
    private static List<String> incidents(CaptureAnalysis analysis) throws IOException {
        return analysis.alerts().stream()
                .map(a -> a.id() + " " + a.start() + " " + a.end() + " " + a.parts())
                .sorted()
                .toList();
    }
}
