package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesExplainCommandTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void printsThePredicateOfADetection() {
        CommandRun run = CommandRun.of("rules", "explain", "latency-drift");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("latency-drift: Endpoint is slow", "single events of window")
                .contains("holds when drift, where", "drift        anomaly.score|gte: 0.8");
    }

    @Test
    void printsThePatternOfASequenceAndItsSteps() {
        CommandRun run = CommandRun.of("rules", "explain", "brute-force-then-success");
        assertThat(run.out())
                .contains("Flink CEP pattern")
                .contains("begin brute-force followedBy auth-success, of one source.ip, within")
                .contains("brute-force: Brute force against sign-in", "auth-failure: ");
    }

    @Test
    void saysWhichLinesHoldForEachEvent() throws Exception {
        Path log = folder.resolve("access.log");
        Files.writeString(
                log,
                "203.0.113.9 - - [21/Nov/2026:21:15:23 +0000] \"GET /?q=1%27%20union%20select%201"
                        + " HTTP/1.1\" 200 12 0.0132\n"
                        + "203.0.113.9 - - [21/Nov/2026:21:15:24 +0000] \"GET /shop HTTP/1.1\" 200"
                        + " 12 0.0132\n");
        CommandRun run = CommandRun.of("rules", "explain", "attack-sqli", log.toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .anyMatch(line -> line.startsWith("matches  203.0.113.9 \"GET /?q=1"))
                .anyMatch(line -> line.startsWith("no match 203.0.113.9 \"GET /shop\""))
                .anyMatch(line -> line.startsWith("  yes "))
                .anyMatch(line -> line.startsWith("  no  "));
    }

    @Test
    void refusesWhatDoesNotExist() {
        CommandRun run = CommandRun.of("rules", "explain", "no-such-rule");
        assertThat(run.exitCode()).isNotZero();
        assertThat(run.err()).contains("no such rule (got no-such-rule); rules list names all");
        assertThat(CommandRun.of("rules", "explain", "attack-sqli", "/none.log").err())
                .contains("no such file (got /none.log)");
    }
}
