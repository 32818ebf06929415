package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The edges of {@code backtest}. */
class BacktestCommandTest {
    private static final String REQUEST =
            "[7] 203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET /cart HTTP/1.1\" 200 15"
                    + " 0.0188\n";
    private static final String TIMES =
            "\"start\": \"2026-11-21T19:34:50Z\", \"end\": \"2026-11-21T19:34:55Z\"";

    private Path folder;
    private Path log;

    @BeforeEach
    void writeLog(@TempDir Path empty) throws IOException {
        folder = empty;
        log = Files.writeString(folder.resolve("access.log"), REQUEST.repeat(3));
    }

    @Test
    void wantsATruth() {
        assertThat(CommandRun.of("backtest", log.toString()).exitCode()).isEqualTo(2);
        CommandRun absent = CommandRun.of("backtest", log.toString(), "--truth", "nowhere.ndjson");
        assertThat(absent.exitCode()).isEqualTo(2);
        assertThat(absent.err()).contains("--truth: the file cannot be read (got nowhere.ndjson)");
    }

    @Test
    void tellsAllProblemsOfTheTruthBeforeAnythingRuns() throws IOException {
        CommandRun run = backtest("{\"name\": \"a\"}\nnonsense\n");
        assertThat(run.exitCode()).isEqualTo(78);
        assertThat(run.err().lines()).hasSize(3);
        assertThat(run.err()).contains("truth.ndjson:1:1: start: missing", "truth.ndjson:2:");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void refusesBoundsThatNoRunCanMeet() throws IOException {
        String truth = "{\"name\": \"a\", " + TIMES + "}";
        assertThat(backtest(truth, "--min-recall", "2").err())
                .contains("--min-recall: out of range (got 2.0); 0 to 1");
        assertThat(backtest(truth, "--max-false", "-1").err())
                .contains("--max-false: negative (got -1); 0 or more");
        assertThat(backtest(truth, "--tail", "-1").exitCode()).isEqualTo(2);
        assertThat(backtest(truth, "--out", log.toString()).exitCode()).isEqualTo(2);
    }

    @Test
    void readsStandardInputForOneConfigurationOnly() throws IOException {
        Path truth = Files.writeString(folder.resolve("t"), "{\"name\": \"a\", " + TIMES + "}");
        Path config = Files.writeString(folder.resolve("c.yaml"), "alerts: {}\n");
        CommandRun run =
                CommandRun.of(
                        "backtest",
                        "-",
                        "--truth",
                        truth.toString(),
                        "--compare",
                        config.toString());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("standard input can be read only once (got -)");
    }

    @Test
    void missesWhatTheInputShowsAndNamesWhatItDoesNot() throws IOException {
        CommandRun run =
                backtest(
                        "{\"name\": \"seen\", \"source_ips\": [\"203.0.113.7\"], \"rules\":"
                                + " [\"brute-force\", \"no-such-rule\"], "
                                + TIMES
                                + "}\n{\"name\": \"unseen\", \"source_ips\": [\"203.0.113.8\"], "
                                + TIMES
                                + "}\n",
                        "--min-recall",
                        "0.5");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err().lines())
                .containsExactly(
                        "warning: no-such-rule: no such rule (of the episode seen)",
                        "failed: recall 0.000 (0 of 1 episodes) is below --min-recall 0.5");
        JsonNode episodes =
                new ObjectMapper()
                        .readTree(Files.readAllBytes(folder.resolve("out/backtest.json")))
                        .path("episodes");
        assertThat(episodes.at("/0/outcome").asText()).isEqualTo("missed");
        assertThat(episodes.at("/0/reason").asText()).isEqualTo("no alert began with it");
        assertThat(episodes.at("/1/outcome").asText()).isEqualTo("not_visible");
        assertThat(run.out()).contains("no request of its addresses is in the input");
    }

    private CommandRun backtest(String truth, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("truth.ndjson"), truth);
        List<String> arguments =
                new ArrayList<>(
                        List.of("backtest", log.toString(), "--truth", file.toString(), "--quiet"));
        if (!List.of(more).contains("--out")) {
            arguments.addAll(List.of("--out", folder.resolve("out").toString()));
        }
        arguments.addAll(List.of(more));
        return CommandRun.of(arguments);
    }
}
