package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The cases beside each rule, run through the whole job by {@code rules test}. */
class RulesIT {
    private static final String RULE =
            """
            title: Teapot asked for coffee
            id: 7d5b3a52-6c1e-4a0e-9f3f-0d6f5b8f4c11
            name: teapot
            status: test
            description: A request for coffee.
            author: test
            date: 2026-11-21
            logsource:
              product: puma
              category: webserver
            detection:
              coffee:
                url.path|startswith: /coffee
              condition: coffee
            level: low
            """;

    /** In the checkout: a jar's cases are no files, and this test runs beside the jar too. */
    private static final Path SHIPPED =
            Path.of(System.getProperty("basedir", "."))
                    .resolve("../cep-patterns/src/main/resources/rules")
                    .normalize();

    private static final String COFFEE = request("/coffee");
    private static final String TEA = request("/tea");

    private Path folder;

    @BeforeEach
    void useFolder(@TempDir Path empty) throws IOException {
        folder = Files.createDirectories(empty.resolve("teapot"));
    }

    @Test
    void provesEveryShippedRuleByItsCases() throws Exception {
        CommandRun run = CommandRun.of("rules", "test", SHIPPED.toString());
        assertThat(run.out().lines()).noneMatch(line -> line.startsWith("FAIL"));
        assertThat(run.exitCode()).as(run.out()).isZero();
        RuleSet rules = RuleLoader.load(RuleLoader.shipped());
        Stream<RuleMeta> alerting =
                Stream.concat(
                        rules.detections().stream()
                                .filter(DetectionRule::alerting)
                                .map(DetectionRule::meta),
                        rules.correlations().stream()
                                .filter(CorrelationRule::alerting)
                                .map(CorrelationRule::meta));
        List<String> names = alerting.map(RuleMeta::name).toList();
        assertThat(names).hasSizeGreaterThan(20);
        assertThat(names)
                .allSatisfy(
                        name ->
                                assertThat(run.out())
                                        .contains("ok    " + name + "/hit")
                                        .contains("ok    " + name + "/near-miss"));
    }

    @Test
    void passesARuleWhoseCasesHold() throws IOException {
        write("rule.yml", RULE);
        write("hit.log", TEA + COFFEE);
        write("near-miss.log", TEA);
        CommandRun run = test();
        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
        assertThat(run.out().lines())
                .containsExactly(
                        "ok    teapot/hit.log", "ok    teapot/near-miss.log", "2 passed, 0 failed");
    }

    @Test
    void failsOnAHitThatDoesNotHitAndOnANearMissThatDoes() throws IOException {
        write("rule.yml", RULE);
        write("hit.log", TEA);
        write("near-miss.log", COFFEE);
        CommandRun run = test();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out().lines())
                .containsExactly(
                        "FAIL  teapot/hit.log", "FAIL  teapot/near-miss.log", "0 passed, 2 failed");
    }

    @Test
    void failsOnAFolderWithoutCases() throws IOException {
        write("rule.yml", RULE);
        CommandRun run = test();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .isEqualTo(
                        "puma-sentinel: no cases (got "
                                + folder
                                + "); files hit* and near-miss*\n");
    }

    @Test
    void namesTheAlertingRuleThatHasNoCases() throws IOException {
        write("rule.yml", RULE);
        write("hit.log", COFFEE);
        write("near-miss.log", TEA);
        Path other = Files.createDirectories(folder.resolve("kettle"));
        Files.writeString(
                other.resolve("rule.yml"),
                RULE.replace("teapot", "kettle").replace("7d5b3a52", "7d5b3a53"));
        CommandRun run = test();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("no cases  kettle").contains("2 passed, 0 failed");
    }

    @Test
    void asksForANearMissBesideAHit() throws IOException {
        write("rule.yml", RULE);
        write("hit.log", COFFEE);
        CommandRun run = test();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("no near miss  teapot");
    }

    private CommandRun test() {
        return CommandRun.of("rules", "test", folder.toString());
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }

    private static String request(String path) {
        return "203.0.113.7 - - [21/Nov/2026:19:34:51 +0000] \"GET "
                + path
                + " HTTP/1.1\" 200 15 0.0188\n";
    }
}
