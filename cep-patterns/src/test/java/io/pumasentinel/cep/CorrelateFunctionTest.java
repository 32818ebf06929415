package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CorrelateFunctionTest {
    private static final String ADDRESS = "203.0.113.9";

    private RuledHarness<SignalSum, Finding> harness;

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
    void waitsForTheWatermarkAndEmitsInEventTimeOrder() throws Exception {
        send(success(101, 900));
        send(failures(100, 4));
        send(failures(99, 6));
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processWatermark(100_998);
        assertThat(harness.extractOutputValues()).isEmpty();
        harness.processWatermark(101_999);
        assertThat(harness.extractOutputValues())
                .extracting(Finding::ruleId)
                .containsExactly("brute-force", "auth-success");
    }

    @Test
    void stampsFindingsSoThatTheyAreNeverLateDownstream() throws Exception {
        send(failures(100, 10));
        harness.processWatermark(150_000);
        assertThat(timestamps()).containsExactly(100_999L);
        assertThat(harness.getOutput().peek()).isInstanceOf(StreamRecord.class);
    }

    @Test
    void joinsThePartsOfOneSecond() throws Exception {
        for (int part = 0; part < 5; part++) {
            send(Sums.events("auth-failure", ADDRESS, 100, 2, 500 - part));
        }
        harness.processWatermark(100_999);
        assertThat(harness.extractOutputValues())
                .singleElement()
                .satisfies(finding -> assertThat(finding.count()).isEqualTo(10))
                .satisfies(finding -> assertThat(finding.position().index()).isEqualTo(496));
    }

    @Test
    void countsAndDropsLateSums() throws Exception {
        harness.processWatermark(100_999);
        send(failures(100, 10));
        harness.processWatermark(200_000);
        assertThat(harness.extractOutputValues()).isEmpty();
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(lateSums()).isEqualTo(1);
    }

    @Test
    void leavesNoStateBehindOnceTheTimespanHasPassed() throws Exception {
        for (int i = 0; i < 100; i++) {
            send(Sums.events("auth-failure", "10.0.0." + i, 100, 3, i));
        }
        harness.processWatermark(100_999);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(100);
        harness.processWatermark(159_999);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(100);
        harness.processWatermark(160_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void decidesARangeWhenNoMoreEventsCanLeaveItAndKeepsNothing() throws Exception {
        harness.close();
        Bounds some = Bounds.between(3, 9);
        harness =
                harness(
                        new GroupPlan(
                                List.of(Plans.count("some", 60, some, true, "auth-failure")),
                                List.of(),
                                Set.of()));
        harness.open();
        for (int i = 0; i < 100; i++) {
            send(Sums.events("auth-failure", "10.0.0." + i, 100, 1 + i / 10, i));
        }
        harness.processWatermark(159_998);
        assertThat(harness.extractOutputValues()).isEmpty();
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness =
                harness(
                        new GroupPlan(
                                List.of(Plans.count("some", 60, some, true, "auth-failure")),
                                List.of(),
                                Set.of()));
        harness.initializeState(snapshot);
        harness.open();
        harness.processWatermark(159_999);
        assertThat(harness.extractOutputValues())
                .hasSize(70)
                .allMatch(finding -> finding.timestampMillis() == 159_000);
        assertThat(timestamps()).containsOnly(159_999L);
        harness.processWatermark(160_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void keepsMilestonesAsLongAsALaterStepMayFollow() throws Exception {
        send(failures(100, 10));
        harness.processWatermark(399_000);
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        harness.processWatermark(400_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void signInsThatNothingPrecedesLeaveNoTrace() throws Exception {
        for (int i = 0; i < 100; i++) {
            send(Sums.events("auth-success", "10.0.0." + i, 100, 1, i));
        }
        harness.processWatermark(100_999);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
        assertThat(harness.extractOutputValues()).isEmpty();
    }

    @Test
    void setsOneCleanUpTimerHoweverManySecondsHaveData() throws Exception {
        for (int second = 100; second < 200; second++) {
            send(failures(second, 1));
            harness.processWatermark(second * 1000L + 999);
        }
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        harness.processWatermark(Long.MAX_VALUE);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void goesOnCountingAfterARestore() throws Exception {
        send(failures(100, 6));
        harness.processWatermark(100_999);
        send(failures(101, 1));
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        send(failures(102, 3));
        harness.processWatermark(102_999);
        assertThat(harness.extractOutputValues()).extracting(Finding::count).containsExactly(10L);
    }

    @Test
    void aFloodOfPartsInOneSecondKeepsOneSum() throws Exception {
        for (int part = 0; part < 100_000; part++) {
            send(Sums.events("auth-failure", ADDRESS, 100, 1, part));
        }
        assertThat(harness.numKeyedStateEntries()).isEqualTo(1);
        assertThat(harness.numEventTimeTimers()).isEqualTo(1);
        harness.processWatermark(100_999);
        assertThat(harness.extractOutputValues())
                .singleElement()
                .extracting(Finding::count)
                .isEqualTo(100_000L);
    }

    private RuledHarness<SignalSum, Finding> harness() throws Exception {
        return harness(Plans.BRUTE_FORCE_THEN_SUCCESS);
    }

    private static RuledHarness<SignalSum, Finding> harness(GroupPlan plan) throws Exception {
        return new RuledHarness<>(
                new CorrelateFunction(List.of(), Plans.byAddress(plan)), SignalSum::key);
    }

    private void send(SignalSum sum) throws Exception {
        harness.processElement(sum, sum.secondMillis() + 999);
    }

    private List<Long> timestamps() {
        List<Long> timestamps = new ArrayList<>();
        for (Object element : harness.getOutput()) {
            if (element instanceof StreamRecord<?> sent) {
                timestamps.add(sent.getTimestamp());
            }
        }
        return timestamps;
    }

    private long lateSums() {
        var operator = (CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getOperator();
        return ((CorrelateFunction) operator.getUserFunction()).lateSums();
    }

    private static SignalSum failures(long second, long count) {
        return Sums.events("auth-failure", ADDRESS, second, count, second * 100);
    }

    private static SignalSum success(long second, long line) {
        return Sums.events("auth-success", ADDRESS, second, 1, line);
    }
}
