package io.pumasentinel.job.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Level;
import io.pumasentinel.job.AlertSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RollUpFunctionTest {
    private static final long COOLDOWN_SECONDS = 120;

    private KeyedOneInputStreamOperatorTestHarness<String, Alert, Alert> harness;

    @BeforeEach
    void open() throws Exception {
        AlertSettings settings =
                new AlertSettings(COOLDOWN_SECONDS * 1000, 10, Long.MIN_VALUE, 0, 2, List.of());
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new RollUpFunction(settings)),
                        RollUpFunction::keyOf,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aFewAreToldAsTheyAre() throws Exception {
        send(opened(1, 100), opened(2, 110), again(1, 120, Level.MEDIUM));
        watermark(124);
        assertThat(told()).containsExactly("a1 1 OPEN", "a1 2 ONGOING");
        watermark(130);
        assertThat(told()).containsExactly("a1 1 OPEN", "a1 2 ONGOING", "a2 1 OPEN");
        send(again(2, 131, Level.MEDIUM), closed(2, 140), opened(3, 150));
        watermark(170);
        assertThat(told()).endsWith("a2 2 ONGOING", "a2 3 CLOSED", "a3 1 OPEN");
    }

    @Test
    void oneThatWaitsIsToldAtOnceWhenAnotherRuleComesToSpeakForIt() throws Exception {
        send(opened(1, 100), opened(2, 110), again(2, 112, Level.CRITICAL));
        watermark(112);
        assertThat(told()).containsExactly("a1 1 OPEN", "a2 2 ONGOING");
    }

    @Test
    void theThirdThatComesLaterOpensASummary() throws Exception {
        send(opened(1, 100), opened(2, 130), opened(3, 160));
        watermark(200);
        assertThat(alerts())
                .extracting(alert -> alert.entity().type())
                .containsExactly(EntityType.ADDRESS, EntityType.ADDRESS, EntityType.GROUP);
        assertThat(alerts())
                .last()
                .satisfies(
                        summary ->
                                assertThat(summary.explanation())
                                        .isEqualTo(
                                                "Scan: 1 more address did the same between 00:02:40"
                                                        + " and 00:02:40 UTC; 203.0.0.1, 203.0.0.2"
                                                        + " are told by themselves."));
    }

    @Test
    void tenThousandAddressesThatDoOneThingGiveTwoAlerts() throws Exception {
        for (int address = 0; address < 10_000; address++) {
            int second = 100 + address / 20;
            send(opened(address, second));
            watermark(second);
        }
        watermark(800);
        assertThat(alerts().stream().map(Alert::id).distinct()).hasSize(2);
        assertThat(alerts())
                .extracting(Alert::version)
                .as("the summary is told once a minute")
                .hasSizeLessThan(14);
        assertThat(alerts())
                .last()
                .satisfies(
                        summary -> assertThat(summary.status()).isEqualTo(AlertStatus.CLOSED),
                        summary -> assertThat(summary.count()).isEqualTo(9_999),
                        summary ->
                                assertThat(summary.explanation())
                                        .isEqualTo(
                                                "Scan: 9,999 more addresses did the same between"
                                                        + " 00:01:40 and 00:09:59 UTC; 203.0.0.0"
                                                        + " is told by itself."));
    }

    @Test
    void whatAnotherRuleComesToSpeakForIsToldByItself() throws Exception {
        send(opened(1, 100), opened(2, 101), opened(3, 102), opened(4, 103), opened(5, 104));
        send(again(4, 110, Level.CRITICAL));
        watermark(120);
        assertThat(told()).endsWith("a4 2 ONGOING").filteredOn(s -> s.startsWith("a4")).hasSize(1);
    }

    @Test
    void ofVeryManyThatGetWorseTheSummaryTakesTheLevel() throws Exception {
        for (int address = 1; address <= 10; address++) {
            send(opened(address, 100));
        }
        for (int address = 3; address <= 10; address++) {
            send(again(address, 110, Level.CRITICAL));
        }
        watermark(200);
        assertThat(alerts().stream().map(Alert::id).distinct()).hasSize(4);
        assertThat(alerts())
                .filteredOn(alert -> alert.entity().type() == EntityType.GROUP)
                .extracting(Alert::level)
                .startsWith(Level.MEDIUM)
                .endsWith(Level.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theOrderOfArrivalInsideTheWatermarkDoesNotMatter(long seed) throws Exception {
        List<Alert> all = new ArrayList<>();
        for (int address = 1; address <= 9; address++) {
            all.add(opened(address, 100 + address % 3));
        }
        send(all.toArray(Alert[]::new));
        watermark(110);
        List<Alert> ordered = alerts();
        harness.close();
        open();
        Collections.shuffle(all, new Random(seed));
        send(all.toArray(Alert[]::new));
        watermark(110);
        assertThat(alerts()).isEqualTo(ordered);
    }

    @Test
    void versionsOfTheSummaryOnlyGrow() throws Exception {
        for (int second = 100; second < 400; second++) {
            send(opened(second, second));
            watermark(second);
        }
        assertThat(alerts())
                .filteredOn(alert -> alert.entity().type() == EntityType.GROUP)
                .extracting(Alert::version)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void leavesNothingBehindWhenAllIsClosed() throws Exception {
        for (int address = 1; address <= 5; address++) {
            send(opened(address, 100), closed(address, 230));
        }
        watermark(229);
        assertThat(harness.numKeyedStateEntries()).isPositive();
        watermark(400);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void theEndOfTheInputTellsTheLastCountsAndClosesNothing() throws Exception {
        send(opened(1, 100), opened(2, 100), opened(3, 100), opened(4, 101));
        harness.processWatermark(Long.MAX_VALUE);
        assertThat(alerts()).last().extracting(Alert::count).isEqualTo(3L);
        assertThat(alerts()).noneMatch(alert -> alert.status() == AlertStatus.CLOSED);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private void send(Alert... alerts) throws Exception {
        for (Alert alert : alerts) {
            harness.processElement(alert, alert.firedMillis() + 999);
        }
    }

    private void watermark(int second) throws Exception {
        harness.processWatermark(second * 1000L + 999);
    }

    private List<Alert> alerts() {
        return harness.extractOutputValues();
    }

    private List<String> told() {
        return alerts().stream()
                .map(alert -> alert.id() + " " + alert.version() + " " + alert.status())
                .toList();
    }

    private static Alert opened(int address, int second) {
        return alert(address, 1, AlertStatus.OPEN, second, Level.MEDIUM);
    }

    private static Alert again(int address, int second, Level level) {
        return alert(address, 2, AlertStatus.ONGOING, second, level);
    }

    private static Alert closed(int address, int second) {
        return alert(address, 3, AlertStatus.CLOSED, second, Level.MEDIUM);
    }

    private static Alert alert(
            int address, long version, AlertStatus status, int second, Level level) {
        long millis = second * 1000L;
        String ip = "203.0.%d.%d".formatted(address / 256, address % 256);
        return new Alert(
                "a" + address,
                version,
                status,
                "shop",
                new Entity(EntityType.ADDRESS, ip),
                level == Level.MEDIUM ? "scan" : "break-in",
                "Scan",
                "",
                "reconnaissance",
                level,
                List.of(),
                millis,
                millis,
                millis,
                1,
                null,
                "web-1",
                List.of(ip),
                null,
                List.of(new AlertPart("scan", "Scan", Level.MEDIUM, millis, millis, 1)),
                List.of(),
                "",
                version != 2,
                null);
    }
}
