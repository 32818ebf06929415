package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.cli.backtest.Episode;
import io.pumasentinel.event.Technique;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole job over captures of real Pumas: every line accounted for, every alert explained.
 * {@link BacktestIT} holds the alerts against what was really done.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CapturesIT {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Map<String, CaptureAnalysis> analyses = new HashMap<>();

    static List<CaptureFiles> captures() {
        return CaptureFiles.all();
    }

    @BeforeAll
    void analyzeEveryCapture(@TempDir Path empty) {
        for (CaptureFiles capture : captures()) {
            analyses.put(
                    capture.name(), CaptureAnalysis.of(capture, empty.resolve(capture.name())));
        }
    }

    /** Up to Puma 6 the pool is full and the queue in the kernel, from 7 on the backlog grows. */
    @ParameterizedTest
    @MethodSource("captures")
    void showsTheFloodInTheNumbersOfTheServer(CaptureFiles capture) throws Exception {
        Episode flood = capture.episode("request_flood");
        assertThat(partsOf(capture, Set.of("worker-saturation", "pool-exhausted")))
                .anyMatch(part -> overlaps(flood, part.first(), part.last().plus(WINDOW)));
    }

    /** Neither Puma nor the kernel writes a line; the phased restart that follows is none. */
    @Test
    void tellsOfTheKilledWorkerAndOfNoRestart() throws Exception {
        for (String name : List.of("puma-5.6-cluster", "puma-7.2-cluster")) {
            CaptureFiles capture =
                    captures().stream()
                            .filter(c -> c.name().equals(name))
                            .findFirst()
                            .orElseThrow();
            Episode kill = capture.episode("worker_kill9");
            assertThat(partsOf(capture, Set.of("worker-replaced")))
                    .as(name)
                    .singleElement()
                    .satisfies(
                            part ->
                                    assertThat(part.first())
                                            .isBetween(kill.start(), kill.end().plusSeconds(60)));
        }
    }

    /** Slow headers leave no line: only the reactor's connections show them, from Puma 7 on. */
    @Test
    void showsSlowClientsWhereTheServerTellsOfThem() throws Exception {
        CaptureFiles capture =
                captures().stream()
                        .filter(c -> c.name().equals("puma-7.2-cluster"))
                        .findFirst()
                        .orElseThrow();
        Episode slow = capture.episode("slowloris");
        assertThat(partsOf(capture, Set.of("slow-clients")))
                .anyMatch(part -> overlaps(slow, part.first(), part.last()));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void missesNoLogAndNoHostThatIsThere(CaptureFiles capture) throws IOException {
        Set<String> silences =
                Set.of("host-silent", "worker-silent", "service-silent", "access-log-missing");
        assertThat(partsOf(capture, silences)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("captures")
    void accountsForEveryLine(CaptureFiles capture) throws IOException {
        int requests = capture.requestLines().size();
        int lifecycle = CaptureFiles.lines(capture.access()).size() - requests;
        long errors = capture.errors();
        long further = CaptureFiles.lines(capture.stderr()).size() - errors;
        int polls = CaptureFiles.lines(capture.stats()).size();
        CaptureAnalysis analysis = analysis(capture);
        assertThat(analysis.summary())
                .startsWith(
                        String.format(
                                Locale.ROOT,
                                "%,d lines: %,d requests, %,d errors, %,d lifecycle lines, %,d"
                                        + " worker samples%n",
                                requests + lifecycle + errors + further + polls,
                                requests,
                                errors,
                                lifecycle,
                                capture.samples()));
        assertThat(analysis.documents("dead-letters.ndjson")).isEmpty();
        assertThat(
                        analysis.events("puma.error").stream()
                                .mapToLong(event -> event.path("message").asText().lines().count())
                                .sum())
                .as("lines of entries")
                .isEqualTo(errors + further);
        assertThat(analysis.events("puma.error")).hasSize(Math.toIntExact(errors));
        assertThat(analysis.events("puma.lifecycle")).hasSize(lifecycle);
        assertThat(analysis.events("puma.stats")).hasSize(Math.toIntExact(capture.samples()));
    }

    @ParameterizedTest
    @MethodSource("captures")
    void writesOneDocumentPerRequestInInputOrder(CaptureFiles capture) throws IOException {
        List<JsonNode> requests = analysis(capture).events("puma.access");
        assertThat(requests)
                .extracting(request -> request.at("/log/file/line").asInt())
                .isEqualTo(capture.requestLines());
        assertThat(requests)
                .extracting(request -> request.at("/log/file/path").asText())
                .containsOnly(capture.access().toString());
    }

    @ParameterizedTest
    @MethodSource("captures")
    void explainsEveryAlert(CaptureFiles capture) throws Exception {
        RuleSet rules = RuleLoader.load(RuleLoader.shipped());
        List<RaisedAlert> alerts = analysis(capture).alerts();
        assertThat(alerts).extracting(RaisedAlert::id).doesNotHaveDuplicates();
        for (RaisedAlert alert : alerts) {
            assertThat(alert.explanation()).as(alert.id()).isNotBlank();
            assertThat(alert.evidence().size()).as(alert.explanation()).isBetween(1, 10);
            assertThat(alert.parts()).as(alert.explanation()).isNotEmpty();
            for (RaisedAlert.Part part : alert.parts()) {
                RuleMeta rule = rules.meta(part.rule()).orElseThrow();
                assertThat(alert.techniques())
                        .as(alert.explanation())
                        .containsAll(rule.techniques().stream().map(Technique::id).toList());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void pointsToTheAttackersLinesAsEvidence(CaptureFiles capture) throws IOException {
        List<String> lines = CaptureFiles.lines(capture.access());
        String prefix = capture.access() + "#";
        for (RaisedAlert alert : analysis(capture).alerts()) {
            for (JsonNode evidence : alert.evidence()) {
                String position = evidence.path("position").asText();
                if (!alert.source().isEmpty() && position.startsWith(prefix)) {
                    int line = Integer.parseInt(position.substring(prefix.length()));
                    assertThat(lines.get(line - 1))
                            .containsPattern(Pattern.quote(alert.source()) + "[ ,]");
                }
            }
        }
    }

    private List<RaisedAlert.Part> partsOf(CaptureFiles capture, Set<String> rules)
            throws IOException {
        return analysis(capture).alerts().stream()
                .flatMap(alert -> alert.parts().stream())
                .filter(part -> rules.contains(part.rule()))
                .toList();
    }

    private CaptureAnalysis analysis(CaptureFiles capture) {
        return Objects.requireNonNull(analyses.get(capture.name()));
    }

    private static boolean overlaps(Episode episode, Instant from, Instant to) {
        return !from.isAfter(episode.end()) && !to.isBefore(episode.start());
    }
}
