package io.pumasentinel.cli.backtest;

import static io.pumasentinel.cli.backtest.Stories.TAIL_MILLIS;
import static io.pumasentinel.cli.backtest.Stories.alert;
import static io.pumasentinel.cli.backtest.Stories.allSeen;
import static io.pumasentinel.cli.backtest.Stories.attack;
import static io.pumasentinel.cli.backtest.Stories.normal;
import static io.pumasentinel.cli.backtest.Stories.part;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.sigma.RuleLoader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final List<Episode> TRUTH =
            List.of(normal("clean", 0, 99), attack("guessing", 100, 110, "198.18.0.1", "guess"));
    private static final AlertHistory HIT =
            alert("hit", EntityType.ADDRESS, "198.18.0.1", part("guess", 103));
    private static final AlertHistory NOISE =
            alert("noise", EntityType.HOST, "web-1", part("pool-exhausted", 50));

    @Test
    void failsWhereLessIsFoundOrMoreIsFalseThanASiteAllows() throws Exception {
        assertThat(backtest(HIT).failures(1, 0)).isEmpty();
        assertThat(backtest(NOISE).failures(0.9, 0))
                .containsExactly(
                        "recall 0.000 (0 of 1 episodes) is below --min-recall 0.9",
                        "1 false alerts are more than --max-false 0");
        assertThat(backtest(NOISE).failures(0, 1)).isEmpty();
    }

    @Test
    void marksWhereTwoConfigurationsDiffer() throws Exception {
        List<Section> sections = Backtest.compared(backtest(HIT, NOISE), backtest(HIT));
        assertThat(sections.get(0).rows())
                .contains(List.of("false alerts", "1", "0", "≠"))
                .contains(List.of("episodes missed", "0", "0", ""));
        assertThat(sections.get(1).rows())
                .containsExactly(
                        List.of("clean", "disturbed, 1 alerts", "quiet, 0 alerts", "≠"),
                        List.of(
                                "guessing",
                                "found after 9.0 s, 1 alerts",
                                "found after 9.0 s, 1 alerts",
                                ""));
        assertThat(sections.get(2).rows())
                .containsExactly(
                        List.of("first", "08:00:50", "high", "pool-exhausted", "web-1", "false"));
        assertThat(sections.get(3).rows())
                .contains(
                        List.of("pool-exhausted", "1, 1 false; 0 of 0", "0, 0 false; 0 of 0", "≠"));
    }

    @Test
    void writesWhatDoesNotExistAsNull() throws Exception {
        ObjectNode json = backtest(NOISE).toJson();
        assertThat(json.at("/figures/recall").asDouble()).isZero();
        assertThat(json.at("/figures/median_seconds_after_start").isNull()).isTrue();
        assertThat(json.at("/episodes/1/outcome").asText()).isEqualTo("missed");
        assertThat(json.at("/episodes/1/seconds_after_start").isNull()).isTrue();
        assertThat(json.at("/alerts/0/verdict").asText()).isEqualTo("false");
    }

    @Test
    void leavesNoEpisodeOut() throws Exception {
        assertThat(backtest().sections().get(1).rows())
                .extracting(row -> row.get(0))
                .containsExactly("clean", "guessing");
    }

    private static Backtest backtest(AlertHistory... alerts) throws Exception {
        RulePace pace = new RulePace(RuleLoader.load(RuleLoader.shipped()));
        Judge judge = new Judge(new Matching(TRUTH, TAIL_MILLIS), allSeen(TRUTH), pace);
        return new Backtest(
                judge.judge(List.of(alerts)),
                Duration.ofSeconds(5),
                Duration.ofMillis(TAIL_MILLIS));
    }
}
