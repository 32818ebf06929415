package io.pumasentinel.job.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Level;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecideFunctionTest {
    private static final Entity ENTITY = new Entity(EntityType.ADDRESS, "203.0.113.9");

    private KeyedTwoInputStreamOperatorTestHarness<String, Alert, Decision, Alert> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedTwoInputStreamOperatorTestHarness<>(
                        new KeyedCoProcessOperator<>(new DecideFunction()),
                        alert -> alert.entity().keyIn(alert.service()),
                        Decision::key,
                        Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void alertsThatNobodyDecidedAboutPassAsTheyAre() throws Exception {
        Alert open = alert("a", 1, AlertStatus.OPEN, Level.HIGH, 1, 100);
        Alert ongoing = alert("a", 2, AlertStatus.ONGOING, Level.HIGH, 1, 110);
        Alert closed = alert("a", 3, AlertStatus.CLOSED, Level.HIGH, 1, 110);
        send(open, ongoing, closed);
        assertThat(harness.extractOutputValues()).containsExactly(open, ongoing, closed);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void acknowledgedLastsUntilANewPartAndVersionsOnlyGrow() throws Exception {
        send(alert("a", 1, AlertStatus.OPEN, Level.HIGH, 1, 100));
        decide("a", Action.ACKNOWLEDGE, 0);
        send(
                alert("a", 2, AlertStatus.ONGOING, Level.HIGH, 1, 110),
                alert("a", 3, AlertStatus.ONGOING, Level.HIGH, 2, 120),
                alert("a", 4, AlertStatus.CLOSED, Level.HIGH, 2, 120));
        assertThat(told())
                .containsExactly(
                        "1 OPEN", "2 ACKNOWLEDGED", "3 ACKNOWLEDGED", "4 ONGOING", "5 CLOSED");
        assertThat(harness.extractOutputValues().get(1).transition()).isTrue();
        assertThat(harness.extractOutputValues().get(2).handling())
                .satisfies(handling -> assertThat(handling.by()).isEqualTo("ada"));
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    @Test
    void whatAPersonClosedComesBackOnlyIfItGetsWorse() throws Exception {
        send(alert("a", 1, AlertStatus.OPEN, Level.MEDIUM, 1, 100));
        decide("a", Action.CLOSE, 0);
        send(
                alert("a", 2, AlertStatus.ONGOING, Level.MEDIUM, 1, 110),
                alert("a", 3, AlertStatus.ONGOING, Level.MEDIUM, 2, 115),
                alert("a", 4, AlertStatus.ONGOING, Level.HIGH, 3, 120));
        assertThat(told()).containsExactly("1 OPEN", "2 CLOSED", "5 ONGOING");
    }

    @Test
    void theEndOfWhatAPersonClosedIsNotToldAgain() throws Exception {
        send(alert("a", 1, AlertStatus.OPEN, Level.MEDIUM, 1, 100));
        decide("a", Action.CLOSE, 0);
        send(alert("a", 2, AlertStatus.CLOSED, Level.MEDIUM, 1, 100));
        send(alert("b", 1, AlertStatus.OPEN, Level.MEDIUM, 1, 2000));
        assertThat(told()).containsExactly("1 OPEN", "2 CLOSED", "1 OPEN");
    }

    @Test
    void muteHoldsForLaterIncidentsOfTheEntityUntilItsTime() throws Exception {
        send(alert("a", 1, AlertStatus.OPEN, Level.HIGH, 1, 100));
        decide("a", Action.MUTE, 1_000);
        send(
                alert("a", 2, AlertStatus.CLOSED, Level.HIGH, 1, 100),
                alert("b", 1, AlertStatus.OPEN, Level.HIGH, 1, 999),
                alert("b", 2, AlertStatus.ONGOING, Level.HIGH, 1, 1_000));
        assertThat(told()).containsExactly("1 OPEN", "2 MUTED", "3 CLOSED", "1 MUTED", "2 ONGOING");
        assertThat(harness.extractOutputValues().get(4).transition()).isTrue();
    }

    @Test
    void leavesNothingBehindWhenTheMuteIsOver() throws Exception {
        decide("a", Action.MUTE, 1_000);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        watermark(999_999);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        watermark(1_000_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void decisionsAboutAlertsThatAreNotOpenChangeNothing() throws Exception {
        decide("a", Action.CLOSE, 0);
        send(alert("b", 1, AlertStatus.OPEN, Level.HIGH, 1, 100));
        decide("a", Action.ACKNOWLEDGE, 0);
        assertThat(told()).containsExactly("1 OPEN");
    }

    private void send(Alert... alerts) throws Exception {
        for (Alert alert : alerts) {
            harness.processElement1(alert, alert.endMillis());
        }
    }

    private void decide(String alertId, Action action, long untilSecond) throws Exception {
        harness.processElement2(
                new Decision(alertId, "shop", ENTITY, action, 105_000, untilSecond * 1000, "ada"),
                0);
    }

    private void watermark(long millis) throws Exception {
        harness.processWatermark2(Watermark.MAX_WATERMARK);
        harness.processWatermark1(new Watermark(millis));
    }

    private List<String> told() {
        return harness.extractOutputValues().stream()
                .map(alert -> alert.version() + " " + alert.status())
                .toList();
    }

    private static Alert alert(
            String id, long version, AlertStatus status, Level level, int parts, long endSecond) {
        List<AlertPart> all = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            all.add(new AlertPart("rule-" + i, "Rule " + i, level, 100_000, 100_000, 1));
        }
        return new Alert(
                id,
                version,
                status,
                "shop",
                ENTITY,
                "rule-0",
                "Rule 0",
                "",
                "other",
                level,
                List.of(),
                100_000,
                100_000,
                endSecond * 1000,
                1,
                null,
                "web-1",
                List.of(),
                null,
                all,
                List.of(),
                "",
                false,
                null);
    }
}
