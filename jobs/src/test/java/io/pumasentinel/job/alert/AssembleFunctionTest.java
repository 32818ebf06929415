package io.pumasentinel.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Finding;
import io.pumasentinel.job.RuledHarness;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssembleFunctionTest {
    private static final int COOLDOWN = 120;

    private RuledHarness<Finding, Alert> harness;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void saysNothingBeforeTheWatermark() throws Exception {
        send(Findings.at("low", 100));
        watermark(100_998);
        assertThat(alerts()).isEmpty();

        watermark(100_999);
        assertThat(alerts()).extracting(Alert::version).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void findingsOutOfOrderWithinTheWatermarkGiveTheSameAlerts(long seed) throws Exception {
        List<Finding> findings = new ArrayList<>(Findings.everySecond("low", 100, 130));
        findings.add(Findings.at("high", 104));
        findings.add(Findings.spanning("medium", 90, 104, 7));
        List<Alert> ordered = alertsOf(findings);
        Collections.shuffle(findings, new Random(seed));

        assertThat(alertsOf(findings)).as("seed %d", seed).isEqualTo(ordered);
        assertThat(ordered).hasSizeGreaterThan(3);
    }

    @Test
    void aLateFindingIsStillTold() throws Exception {
        send(Findings.at("low", 130));
        watermark(135_000);
        send(Findings.at("high", 100));
        watermark(136_000);

        assertThat(alerts()).extracting(Alert::ruleId).containsExactly("low", "high");
        assertThat(alerts()).extracting(Alert::id).containsOnly(alerts().get(0).id());
    }

    @Test
    void leavesNeitherStateNorTimersBehindAfterTheCooldown() throws Exception {
        for (Finding finding : Findings.everySecond("low", 100, 150)) {
            send(finding);
            watermark(finding.timestampMillis());
        }
        assertThat(harness.numKeyedStateEntries()).isPositive();
        watermark((149 + COOLDOWN + 1) * 1000);

        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(alerts()).last().extracting(Alert::status).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void aMillionSecondsOfFloodKeepTwoTimersAndOneIncident() throws Exception {
        for (int second = 0; second < 1_000_000; second += second % 100 == 0 ? 3 : 97) {
            send(Findings.at("low", second));
            watermark(second * 1000L + 999);
            assertThat(harness.numEventTimeTimers()).isBetween(1, 2);
            assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
            harness.getOutput().clear();
        }
    }

    @Test
    void theEndOfTheInputClosesNothingAndLeavesNothing() throws Exception {
        send(Findings.at("low", 100));
        watermark(101_000);
        send(Findings.at("low", 103));
        watermark(Long.MAX_VALUE);

        assertThat(alerts())
                .extracting(Alert::status)
                .containsExactly(AlertStatus.OPEN, AlertStatus.ONGOING);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void anIncidentGoesOnAfterARestart() throws Exception {
        send(Findings.at("low", 100));
        watermark(101_000);
        send(Findings.at("low", 103));
        Alert before = alerts().get(0);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        send(Findings.at("high", 104));
        watermark(110_000);

        assertThat(alerts())
                .singleElement()
                .satisfies(alert -> assertThat(alert.id()).isEqualTo(before.id()))
                .satisfies(alert -> assertThat(alert.version()).isEqualTo(2))
                .satisfies(alert -> assertThat(alert.parts()).hasSize(2));
    }

    @Test
    void entitiesAreKeptApart() {
        Finding finding = Findings.at("low", 1);

        assertThat(AssembleFunction.keyOf(finding))
                .isEqualTo("shop\u001eADDRESS\u001e203.0.113.9")
                .isEqualTo(AssembleFunction.keyOf(Findings.at("high", 900)));
    }

    private List<Alert> alertsOf(List<Finding> findings) throws Exception {
        harness.close();
        open();
        for (Finding finding : findings) {
            send(finding);
        }
        watermark(1_000_000);
        return alerts();
    }

    private void send(Finding finding) throws Exception {
        harness.processElement(finding, finding.timestampMillis());
    }

    private void watermark(long millis) throws Exception {
        harness.processWatermark(millis);
    }

    private List<Alert> alerts() {
        return harness.extractOutputValues();
    }

    private static RuledHarness<Finding, Alert> harness() throws Exception {
        return new RuledHarness<>(
                new AssembleFunction(Findings.rules(), Settings.of(COOLDOWN, 10)),
                AssembleFunction::keyOf);
    }
}
