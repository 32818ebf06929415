package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is promised of the alerts, on captures of real Pumas: the numbers of docs/backtest.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BacktestIT {
    private static final String SMALL = "puma-5.6-single";

    /** What native lines and the samples of the version cannot show. */
    private static final Map<String, List<String>> NOT_VISIBLE =
            Map.of(
                    "puma-7.2-cluster",
                    List.of("scanner_user_agents"),
                    "puma-5.6-cluster",
                    List.of("scanner_user_agents", "slowloris", "slow_body"),
                    SMALL,
                    List.of("scanner_user_agents", "slowloris", "slow_body"));

    private final Map<String, CommandRun> runs = new HashMap<>();
    private final Map<String, JsonNode> results = new HashMap<>();
    private Path folder;

    static List<CaptureFiles> captures() {
        return CaptureFiles.all();
    }

    @BeforeAll
    void backtestEveryCapture(@TempDir Path empty) throws IOException {
        folder = empty;
        for (CaptureFiles capture : captures()) {
            Path out = empty.resolve(capture.name());
            runs.put(
                    capture.name(),
                    backtest(capture, out, "--min-recall", "0.9", "--max-false", "1"));
            results.put(capture.name(), json(out));
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void findsNineOfTenEpisodesThatCanBeSeenWithOneFalseAlertAtMost(CaptureFiles capture) {
        CommandRun run = Objects.requireNonNull(runs.get(capture.name()));
        assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
        JsonNode figures = result(capture).path("figures");
        assertThat(figures.path("found").asInt()).isGreaterThanOrEqualTo(13);
        assertThat(figures.path("recall").asDouble()).isGreaterThanOrEqualTo(0.9);
        assertThat(figures.path("false_alerts").asInt()).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void leavesOutNoEpisodeAndNamesThoseThatNobodyCanSee(CaptureFiles capture) throws IOException {
        JsonNode episodes = result(capture).path("episodes");
        assertThat(episodes).hasSameSizeAs(CaptureFiles.lines(capture.truthFile()));
        List<String> invisible = new ArrayList<>();
        for (JsonNode episode : episodes) {
            if (episode.path("outcome").asText().equals("not_visible")) {
                invisible.add(episode.path("name").asText());
                assertThat(episode.path("reason").asText()).isNotBlank();
            }
        }
        assertThat(invisible).isEqualTo(NOT_VISIBLE.get(capture.name()));
    }

    /** Two seconds for counts, two windows for windows, beside the watermark's five seconds. */
    @ParameterizedTest
    @MethodSource("captures")
    void alertsSoonAfterTheThreshold(CaptureFiles capture) {
        JsonNode figures = result(capture).path("figures");
        assertThat(figures.path("slowest_count_seconds_after_threshold").asDouble())
                .isBetween(1.0, 2 + 5.0);
        assertThat(figures.path("slowest_window_seconds_after_threshold").asDouble())
                .isBetween(1.0, 20 + 5.0);
    }

    /** A flood shows on its service and on each endpoint that it hits; all else is one or two. */
    @ParameterizedTest
    @MethodSource("captures")
    void raisesOneAlertAnEpisodeNotDozens(CaptureFiles capture) {
        JsonNode figures = result(capture).path("figures");
        assertThat(figures.path("most_alerts_of_one_episode").asInt()).isLessThanOrEqualTo(5);
        assertThat(figures.path("alerts").asInt())
                .isLessThanOrEqualTo(figures.path("found").asInt() * 5 / 4);
    }

    @ParameterizedTest
    @MethodSource("captures")
    void staysSilentOnNormalTraffic(CaptureFiles capture) {
        for (JsonNode episode : result(capture).path("episodes")) {
            if (episode.path("kind").asText().equals("normal")) {
                assertThat(episode.path("outcome").asText())
                        .as(episode.path("name").asText())
                        .isEqualTo("quiet");
            }
        }
    }

    @Test
    void comparesTwoConfigurationsAndFailsForTheFirst() throws IOException {
        Path config =
                Files.writeString(
                        folder.resolve("without.yaml"),
                        """
                        rules:
                          disabled: [xss-probing]
                        """);
        Path shipped = Files.writeString(folder.resolve("shipped.yaml"), "alerts: {}\n");
        Path out = folder.resolve("comparison");
        CommandRun run =
                backtest(
                        CaptureFiles.named(SMALL),
                        out,
                        "--config",
                        config.toString(),
                        "--compare",
                        shipped.toString(),
                        "--min-recall",
                        "1");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(1);
        assertThat(run.err()).startsWith("failed: recall 0.923 (12 of 13 episodes)");
        assertThat(run.out().lines())
                .anyMatch(line -> line.matches(" +xss +missed, 1 alerts +found after .*≠"))
                .anyMatch(
                        line -> line.matches(" +sqli +found after (.*), 1 alerts +found .*alerts"));
        JsonNode both = json(out);
        assertThat(both.at("/first/figures/missed").asInt()).isOne();
        assertThat(both.at("/second")).isEqualTo(result(CaptureFiles.named(SMALL)));
        assertThat(Files.readString(out.resolve("backtest.md")))
                .contains("## First: Episodes", "## Second: Episodes", "| xss | missed");
    }

    private JsonNode result(CaptureFiles capture) {
        return Objects.requireNonNull(results.get(capture.name()));
    }

    private static CommandRun backtest(CaptureFiles capture, Path out, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "backtest",
                                capture.access().toString(),
                                capture.stderr().toString(),
                                "--stats",
                                capture.stats().toString(),
                                "--truth",
                                capture.truthFile().toString(),
                                "--out",
                                out.toString(),
                                "--quiet"));
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }

    private static JsonNode json(Path out) throws IOException {
        return new ObjectMapper().readTree(Files.readAllBytes(out.resolve("backtest.json")));
    }
}
