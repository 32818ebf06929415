package io.pumasentinel.cli.backtest;

import static io.pumasentinel.cli.backtest.Stories.TAIL_MILLIS;
import static io.pumasentinel.cli.backtest.Stories.alert;
import static io.pumasentinel.cli.backtest.Stories.allSeen;
import static io.pumasentinel.cli.backtest.Stories.attack;
import static io.pumasentinel.cli.backtest.Stories.fault;
import static io.pumasentinel.cli.backtest.Stories.millis;
import static io.pumasentinel.cli.backtest.Stories.normal;
import static io.pumasentinel.cli.backtest.Stories.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EntityType;
import io.pumasentinel.sigma.RuleLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private static final String ATTACKER = "198.18.0.1";

    private final Episode clean = normal("clean", 0, 99);
    private final Episode guessing = attack("guessing", 100, 110, ATTACKER, "brute-force");
    private final Episode slow = fault("slow", 300, 340, "/search", "latency-regression");

    @Test
    void findsAnEpisodeByTheFirstAlertThatTellsItForWhatItWas() throws Exception {
        Judged judged =
                judge(
                        List.of(clean, guessing),
                        alert("a", EntityType.ADDRESS, ATTACKER, part("brute-force", 103, 113)));
        EpisodeResult result = judged.episodes().get(1);
        assertThat(result.outcome()).isEqualTo(EpisodeOutcome.FOUND);
        assertThat(result.secondsAfterStart()).isEqualTo(9);
        assertThat(result.secondsAfterThreshold()).isEqualTo(6);
        assertThat(result.alerts()).isOne();
        assertThat(judged.alerts().get(0).verdict()).isEqualTo(Verdict.TELLS);
        assertThat(judged.episodes().get(0).outcome()).isEqualTo(EpisodeOutcome.QUIET);
    }

    @Test
    void measuresARuleOverWindowsFromTheEndOfTheFirstThatCounted() throws Exception {
        // The window that ends at 310 counted first (its last second is 309), that of 320 made it
        // hold.
        ToldPart regression =
                new ToldPart(
                        "latency-regression",
                        millis(309),
                        List.of(new Hold(millis(319), millis(325))));
        Judged judged =
                judge(List.of(slow), alert("a", EntityType.ENDPOINT, "GET /search", regression));
        EpisodeResult result = judged.episodes().get(0);
        assertThat(result.windowed()).isTrue();
        assertThat(result.secondsAfterStart()).isEqualTo(25);
        assertThat(result.secondsAfterThreshold()).isEqualTo(15);
    }

    @Test
    void saysWhatWasToldInsteadOfAMissedEpisode() throws Exception {
        Judged judged =
                judge(
                        List.of(guessing),
                        alert("a", EntityType.ADDRESS, ATTACKER, part("unusual-client", 105)));
        EpisodeResult result = judged.episodes().get(0);
        assertThat(result.outcome()).isEqualTo(EpisodeOutcome.MISSED);
        assertThat(result.reason()).isEqualTo("only told as unusual-client on " + ATTACKER);
        assertThat(judged.alerts().get(0).verdict()).isEqualTo(Verdict.SYMPTOM);
        assertThat(judged.rules())
                .contains(new RuleResult("brute-force", 0, 0, 0, 0, 1, 0))
                .contains(new RuleResult("unusual-client", 1, 0, 1, 0, 0, 0));
    }

    @Test
    void missesWhatOnlyGoesOnInTheAlertOfAnother() throws Exception {
        Episode slowHeaders = fault("slow headers", 100, 110, "", "slow-clients");
        Episode slowBodies = fault("slow bodies", 200, 210, "", "slow-clients");
        Judged judged =
                judge(
                        List.of(slowHeaders, slowBodies),
                        alert("a", EntityType.HOST, "web-1", part("slow-clients", 105, 205)));
        assertThat(judged.episodes())
                .extracting(EpisodeResult::outcome)
                .containsExactly(EpisodeOutcome.FOUND, EpisodeOutcome.MISSED);
        assertThat(judged.episodes().get(1).reason())
                .isEqualTo("slow-clients on web-1 was open already and went on");
    }

    @Test
    void findsTheSameAttackerWhoGoesOnInHisOwnAlert() throws Exception {
        Episode again = attack("again", 200, 210, ATTACKER, "brute-force");
        Judged judged =
                judge(
                        List.of(guessing, again),
                        alert("a", EntityType.ADDRESS, ATTACKER, part("brute-force", 103, 205)));
        EpisodeResult result = judged.episodes().get(1);
        assertThat(result.outcome()).isEqualTo(EpisodeOutcome.FOUND);
        assertThat(result.found().orElseThrow().goesOn()).isTrue();
        assertThat(result.alerts()).isZero();
    }

    @Test
    void namesWhatTheInputCannotShow() throws Exception {
        List<Episode> truth = List.of(guessing, slow);
        InputTraces nothing =
                new InputTraces(
                        millis(0), millis(3600), Collections.nCopies(truth.size(), Set.of()));
        Judged judged = judge(truth, nothing);
        assertThat(judged.episodes())
                .extracting(EpisodeResult::outcome)
                .containsOnly(EpisodeOutcome.NOT_VISIBLE);
        assertThat(judged.episodes())
                .extracting(EpisodeResult::reason)
                .containsExactly(
                        "no request of its addresses is in the input",
                        "no request of its endpoint is in the input");
    }

    @Test
    void callsAnAlertFalseThatBeganForNothingWhateverItTellsLater() throws Exception {
        Judged judged =
                judge(
                        List.of(clean, guessing),
                        alert(
                                "a",
                                EntityType.ADDRESS,
                                ATTACKER,
                                part("unusual-client", 50),
                                part("brute-force", 103)),
                        alert("b", EntityType.HOST, "web-1", part("pool-exhausted", 700)));
        assertThat(judged.alerts())
                .extracting(AlertResult::verdict)
                .containsExactly(Verdict.FALSE, Verdict.FALSE);
        assertThat(judged.episodes().get(0).outcome()).isEqualTo(EpisodeOutcome.DISTURBED);
        assertThat(judged.episodes().get(1).outcome()).isEqualTo(EpisodeOutcome.FOUND);
        Figures figures = Figures.of(judged);
        assertThat(figures.falses()).isEqualTo(2);
        assertThat(figures.precision()).isZero();
        assertThat(figures.falseParts()).isEqualTo(2);
    }

    @Test
    void countsTheAlertsThatOneEpisodeMakes() throws Exception {
        Judged judged =
                judge(
                        List.of(guessing, slow),
                        alert("a", EntityType.ADDRESS, ATTACKER, part("brute-force", 103)),
                        alert("b", EntityType.ENDPOINT, "POST /login", part("request-flood", 109)),
                        alert("c", EntityType.HOST, "web-1", part("pool-exhausted", 110)));
        Figures figures = Figures.of(judged);
        assertThat(judged.episodes().get(0).alerts()).isEqualTo(3);
        assertThat(figures.mostAlerts()).isEqualTo(3);
        assertThat(figures.telling()).isOne();
        assertThat(figures.symptoms()).isEqualTo(2);
        assertThat(figures.recall()).isEqualTo(0.5);
        assertThat(figures.precision()).isOne();
        assertThat(figures.alertsPerDay()).isEqualTo(72);
    }

    private static Judged judge(List<Episode> truth, AlertHistory... alerts) throws Exception {
        return judge(truth, allSeen(truth), alerts);
    }

    private static Judged judge(List<Episode> truth, InputTraces traces, AlertHistory... alerts)
            throws Exception {
        RulePace pace = new RulePace(RuleLoader.load(RuleLoader.shipped()));
        return new Judge(new Matching(new ArrayList<>(truth), TAIL_MILLIS), traces, pace)
                .judge(List.of(alerts));
    }
}
