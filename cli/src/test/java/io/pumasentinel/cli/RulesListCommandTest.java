package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesListCommandTest {

    @Test
    void listsEveryShippedRuleOnce() throws Exception {
        RuleSet rules = RuleLoader.load(RuleLoader.shipped());
        List<String> listed = listed();
        assertThat(listed).hasSize(rules.detections().size() + rules.correlations().size());
        rules.detections()
                .forEach(
                        r ->
                                assertThat(lineOf(listed, r.meta().name()))
                                        .contains(r.meta().title()));
        rules.correlations()
                .forEach(
                        r ->
                                assertThat(lineOf(listed, r.meta().name()))
                                        .contains(r.meta().title()));
    }

    @Test
    void tellsEngineLevelAndTechniques() {
        assertThat(lineOf(listed(), "brute-force-then-success"))
                .matches("\\S+ +cep +high +T1110\\.001,T1078 +Brute force followed by a sign-in");
        assertThat(lineOf(listed(), "path-scan")).matches("\\S+ +sliding +medium +T1595\\.003 .*");
        assertThat(lineOf(listed(), "auth-failure")).matches("\\S+ +base +informational .*");
    }

    private static List<String> listed() {
        CommandRun run = CommandRun.of("rules", "list");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        return run.out().lines().toList();
    }

    private static String lineOf(List<String> listed, String rule) {
        List<String> lines = listed.stream().filter(l -> l.startsWith(rule + " ")).toList();
        assertThat(lines).as(rule).hasSize(1);
        return lines.get(0);
    }
}
