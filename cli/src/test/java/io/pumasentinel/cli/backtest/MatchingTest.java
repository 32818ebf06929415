package io.pumasentinel.cli.backtest;

import static io.pumasentinel.cli.backtest.Stories.TAIL_MILLIS;
import static io.pumasentinel.cli.backtest.Stories.attack;
import static io.pumasentinel.cli.backtest.Stories.fault;
import static io.pumasentinel.cli.backtest.Stories.millis;
import static io.pumasentinel.cli.backtest.Stories.normal;
import static io.pumasentinel.cli.backtest.Stories.part;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final AlertHistory ATTACKER = alert(EntityType.ADDRESS, "198.18.0.1");
    private static final AlertHistory OTHER = alert(EntityType.ADDRESS, "198.18.0.2");
    private static final AlertHistory HOST = alert(EntityType.HOST, "web-1");

    private final Episode probing = attack("probing", 100, 110, "198.18.0.1", "sqli-probing");

    @Test
    void isAHitByTimeEntityAndRule() {
        assertThat(relation(probing, ATTACKER, "sqli-probing", 105)).isEqualTo(Relation.HIT);
        assertThat(relation(probing, ATTACKER, "xss-probing", 105)).isEqualTo(Relation.SYMPTOM);
        assertThat(relation(probing, OTHER, "sqli-probing", 105)).isEqualTo(Relation.NONE);
    }

    @Test
    void holdsFromTheFirstSecondToTheEndOfTheTail() {
        assertThat(relation(probing, ATTACKER, "sqli-probing", 99)).isEqualTo(Relation.NONE);
        assertThat(relation(probing, ATTACKER, "sqli-probing", 100)).isEqualTo(Relation.HIT);
        assertThat(relation(probing, ATTACKER, "sqli-probing", 170)).isEqualTo(Relation.HIT);
        assertThat(relation(probing, ATTACKER, "sqli-probing", 171)).isEqualTo(Relation.NONE);
    }

    @Test
    void takesNoSymptomFromAStretchThatTheTruthCallsNormal() {
        Matching matching = matching(probing, normal("cooldown", 120, 140));
        assertThat(matching.best(HOST, "pool-exhausted", millis(119))).isEqualTo(Relation.SYMPTOM);
        assertThat(matching.best(HOST, "pool-exhausted", millis(120))).isEqualTo(Relation.NONE);
        assertThat(matching.best(HOST, "pool-exhausted", millis(140))).isEqualTo(Relation.SYMPTOM);
        assertThat(matching.best(ATTACKER, "sqli-probing", millis(130))).isEqualTo(Relation.HIT);
    }

    @Test
    void countsAnyRuleAboutTheNamedSubjectWhereTheTruthNamesNoRules() {
        Episode unnamed = attack("something", 100, 110, "198.18.0.1");
        assertThat(relation(unnamed, ATTACKER, "any-rule", 105)).isEqualTo(Relation.HIT);
        assertThat(relation(unnamed, HOST, "any-rule", 105)).isEqualTo(Relation.SYMPTOM);
        Episode open = fault("outage", 100, 110, "");
        assertThat(relation(open, HOST, "any-rule", 105)).isEqualTo(Relation.HIT);
    }

    @Test
    void blamesTheLatestOfTheEpisodesThatExplainMost() {
        Episode later = attack("later", 108, 120, "198.18.0.3", "brute-force");
        Matching matching = matching(probing, later);
        assertThat(matching.cause(HOST, "pool-exhausted", millis(105))).isZero();
        assertThat(matching.cause(HOST, "pool-exhausted", millis(109))).isEqualTo(1);
        assertThat(matching.cause(ATTACKER, "sqli-probing", millis(109))).isZero();
        assertThat(matching.cause(OTHER, "sqli-probing", millis(109))).isEqualTo(-1);
    }

    @Test
    void takesWhatIsToldOfUnmatchedEndpointsForASymptomOfANamedOne() {
        Episode burst = fault("burst", 100, 110, "/orders/:id", "error-surge");
        AlertHistory unmatched = alert(EntityType.ENDPOINT, "{unmatched}");
        AlertHistory named = alert(EntityType.ENDPOINT, "GET /orders/{id}");
        assertThat(relation(burst, unmatched, "error-surge", 105)).isEqualTo(Relation.SYMPTOM);
        assertThat(relation(burst, named, "error-surge", 105)).isEqualTo(Relation.HIT);
    }

    @Test
    void meetsASummaryOfManyAddressesInOneOfThem() {
        AlertHistory many = many("198.18.0.1", "198.18.0.9");
        assertThat(relation(probing, many, "sqli-probing", 105)).isEqualTo(Relation.HIT);
        assertThat(relation(probing, many("198.18.0.9"), "sqli-probing", 105))
                .isEqualTo(Relation.NONE);
        assertThat(relation(probing, many(), "sqli-probing", 105)).isEqualTo(Relation.HIT);
    }

    private static AlertHistory many(String... addresses) {
        Entity group = new Entity(EntityType.GROUP, "sqli-probing by many addresses");
        return new AlertHistory(
                "a", group, Set.of(addresses), "sqli-probing", "high", List.of(part("one", 1)));
    }

    private static AlertHistory alert(EntityType type, String value) {
        return Stories.alert("a", type, value, part("one", 1));
    }

    private static Relation relation(
            Episode episode, AlertHistory alert, String rule, long second) {
        return matching(episode).relation(episode, alert, rule, millis(second));
    }

    private static Matching matching(Episode... episodes) {
        return new Matching(List.of(episodes), TAIL_MILLIS);
    }
}
