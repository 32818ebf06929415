package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Field;
import io.pumasentinel.sigma.Use;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignalSumOperatorTest {
    private OneInputStreamOperatorTestHarness<Long, SignalSum> harness;

    @BeforeEach
    void open() throws Exception {
        Use byAddress = new Use(List.of(Field.SOURCE_IP), List.of());
        harness =
                new OneInputStreamOperatorTestHarness<>(
                        new SignalSumOperator<>(
                                new Summing<>(
                                        SummingPlan.of(Map.of("auth-failure", List.of(byAddress))),
                                        SignalSumOperatorTest::failure)));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void handsSumsOutInFrontOfTheWatermarkThatEndsTheirSecond() throws Exception {
        send(10_000, 10_400, 10_999, 11_000);
        harness.processWatermark(10_998);
        assertThat(counts()).isEmpty();
        harness.processWatermark(10_999);
        assertThat(counts()).containsExactly(3L);
        assertThat(harness.getOutput())
                .element(1)
                .isInstanceOfSatisfying(
                        StreamRecord.class,
                        sent -> assertThat(sent.getTimestamp()).isEqualTo(10_999));
        assertThat(harness.getOutput()).last().isEqualTo(new Watermark(10_999));
    }

    @Test
    void handsEverythingOutInFrontOfABarrier() throws Exception {
        send(10_000, 12_000);
        harness.prepareSnapshotPreBarrier(1);
        assertThat(counts()).containsExactly(1L, 1L);
        send(10_000);
        harness.processWatermark(10_999);
        assertThat(counts()).containsExactly(1L, 1L, 1L);
    }

    @Test
    void losesNothingAtTheEndOfTheInput() throws Exception {
        send(10_000, 12_000);
        harness.getOperator().finish();
        assertThat(counts()).containsExactly(1L, 1L);
        harness.getOperator().finish();
        assertThat(counts()).hasSize(2);
    }

    @Test
    void theEndOfTimeEndsEverySecond() throws Exception {
        send(10_000, 12_000);
        harness.processWatermark(Long.MAX_VALUE);
        assertThat(counts()).containsExactly(1L, 1L);
    }

    @Test
    void countsAndLeavesOutMatchesOfASecondThatIsOver() throws Exception {
        harness.processWatermark(10_999);
        send(10_500, 11_000);
        harness.processWatermark(20_000);
        assertThat(counts()).containsExactly(1L);
        assertThat(((SignalSumOperator<?>) harness.getOperator()).lateSignals()).isEqualTo(1);
    }

    @Test
    void keepsMatchesThatAreBehindTheWatermarkInAnOpenSecond() throws Exception {
        harness.processWatermark(10_700);
        send(10_500);
        harness.processWatermark(11_000);
        assertThat(counts()).containsExactly(1L);
    }

    private void send(long... timestamps) throws Exception {
        for (long timestamp : timestamps) {
            harness.processElement(timestamp, timestamp);
        }
    }

    private List<Long> counts() {
        return harness.extractOutputValues().stream().map(SignalSum::count).toList();
    }

    private static void failure(Long timestampMillis, SignalMatches.Sink sink) {
        sink.matched(
                new FakeView(timestampMillis, 1).with(Field.SOURCE_IP, "203.0.113.9"),
                "auth-failure");
    }
}
