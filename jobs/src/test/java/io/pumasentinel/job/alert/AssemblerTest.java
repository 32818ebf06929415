package io.pumasentinel.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Technique;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssemblerTest {
    private Assembler assembler;

    @BeforeEach
    void make() throws Exception {
        assembler = Findings.assembler(60, 4);
    }

    @Test
    void aFindingAloneMakesAnOpenIncidentThatSaysWhatItsRuleSays() {
        Alert alert = incident(Findings.spanning("medium", 90, 100, 12));

        assertThat(alert.status()).isEqualTo(AlertStatus.OPEN);
        assertThat(alert.ruleId()).isEqualTo("medium");
        assertThat(alert.ruleName()).isEqualTo("Rule medium");
        assertThat(alert.description()).isEqualTo("About medium.");
        assertThat(alert.category()).isEqualTo("credential-access");
        assertThat(alert.level()).isEqualTo(Level.MEDIUM);
        assertThat(alert.techniques()).extracting(Technique::id).containsExactly("T1110");
        assertThat(alert.startMillis()).isEqualTo(90_000);
        assertThat(alert.endMillis()).isEqualTo(100_000);
        assertThat(alert.firedMillis()).isEqualTo(100_000);
        assertThat(alert.count()).isEqualTo(12);
        assertThat(alert.transition()).isTrue();
        assertThat(alert.explanation())
                .isEqualTo(
                        "Rule medium: 203.0.113.9, 12 events between 00:01:30 and 00:01:40 UTC.");
    }

    @Test
    void findingsOfOneRuleAreOnePart() {
        Alert alert = incident(Findings.spanning("low", 90, 100, 5), Findings.at("low", 110));

        assertThat(alert.parts())
                .containsExactly(new AlertPart("low", "Rule low", Level.LOW, 90_000, 110_000, 6));
        assertThat(alert.count()).isEqualTo(6);
    }

    @Test
    void theWorstPartSpeaksWhereverItComes() {
        assertThat(speaker("high", "low")).isEqualTo("high");
        assertThat(speaker("low", "high")).isEqualTo("high");
        assertThat(speaker("low", "high", "medium")).isEqualTo("high");
    }

    @Test
    void betweenEqualLevelsTheLaterPartSpeaks() {
        assertThat(speaker("high", "other-high")).isEqualTo("other-high");
        assertThat(speaker("other-high", "high")).isEqualTo("high");
        assertThat(speaker("high", "other-high", "high")).isEqualTo("other-high");
    }

    @Test
    void partsStandInTheOrderOfTheirAppearanceWithAllTechniques() {
        Alert alert =
                incident(
                        Findings.at("low", 1), Findings.at("other-high", 2), Findings.at("low", 3));

        assertThat(alert.parts())
                .extracting(AlertPart::ruleId)
                .containsExactly("low", "other-high");
        assertThat(alert.techniques())
                .extracting(Technique::id)
                .containsExactly("T1110", "T1110.001");
        assertThat(alert.explanation())
                .endsWith("In order: Rule low (2), then Rule other-high (1).");
    }

    @Test
    void evidenceIsTheFirstAndTheLatestSamples() {
        Alert alert = incident(Findings.everySecond("low", 0, 30).toArray(Finding[]::new));

        assertThat(alert.evidence())
                .extracting(Evidence::timestampMillis)
                .containsExactly(0L, 1000L, 28_000L, 29_000L);
    }

    @Test
    void aSampleIsShownOnce() {
        Alert alert = incident(Findings.at("low", 1), Findings.at("high", 1));

        assertThat(alert.evidence()).hasSize(1);
    }

    @Test
    void theMetricIsThatOfTheWorstMoment() {
        Alert alert =
                incident(
                        Findings.measured("high", 1, latency(2)),
                        Findings.measured("high", 2, latency(9)),
                        Findings.measured("high", 3, latency(4)));

        assertThat(alert.metric()).isEqualTo(latency(9));
        assertThat(alert.explanation())
                .contains(
                        "p95 latency 9.00 s, expected 1.00 s, upper 1.50 s, rarer than one in a"
                                + " billion.");
    }

    @Test
    void aLesserRulesMetricDoesNotReplaceTheSpeakers() {
        Alert alert =
                incident(
                        Findings.measured("high", 1, latency(2)),
                        Findings.measured("low", 2, latency(99)));

        assertThat(alert.metric()).isEqualTo(latency(2));
    }

    @Test
    void anIncidentLastsUntilTheCooldownAfterItsLastFinding() {
        Alert alert = incident(Findings.at("low", 100));

        assertThat(assembler.continues(alert, Findings.at("low", 160))).isTrue();
        assertThat(assembler.continues(alert, Findings.at("low", 161))).isFalse();
        assertThat(assembler.continues(alert, Findings.spanning("low", 160, 500, 9))).isTrue();
        assertThat(assembler.continues(null, Findings.at("low", 100))).isFalse();
        assertThat(assembler.closesAtMillis(alert)).isEqualTo(161_000);
    }

    @Test
    void theIdDependsOnServiceEntityAndTimeOnly() {
        Alert alert = assembler.begin(Findings.at("low", 100));

        assertThat(assembler.begin(Findings.at("high", 100)).id()).isEqualTo(alert.id());
        assertThat(assembler.begin(Findings.at("low", 101)).id()).isNotEqualTo(alert.id());
        assertThat(alert.id()).matches("[0-9a-f]{24}");
    }

    /** A sequence may reach back before an incident that was closed meanwhile. */
    @Test
    void aLaterIncidentThatReachesBackToAnEarlierOnesStartHasAnIdOfItsOwn() {
        Alert first = assembler.begin(Findings.spanning("low", 100, 110, 10));
        Alert second = assembler.begin(Findings.spanning("high", 100, 1000, 2));

        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(second.startMillis()).isEqualTo(940_000);
    }

    private String speaker(String... rules) {
        Finding[] findings = new Finding[rules.length];
        for (int i = 0; i < rules.length; i++) {
            findings[i] = Findings.at(rules[i], i);
        }
        Alert alert = incident(findings);
        assertThat(alert.ruleName()).isEqualTo("Rule " + alert.ruleId());
        return alert.ruleId();
    }

    private Alert incident(Finding... findings) {
        Alert alert = assembler.begin(findings[0]);
        for (Finding finding : List.of(findings)) {
            alert = assembler.add(alert, finding);
        }
        return alert;
    }

    private static MetricScore latency(double seconds) {
        return new MetricScore("latency.p95", 0.99, seconds, 1, 0.5, 1.5, 10_000);
    }
}
