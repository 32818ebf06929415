package io.pumasentinel.job.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PulseOperatorTest {
    private OneInputStreamOperatorTestHarness<PumaEvent, Pulse> flink;

    @BeforeEach
    void open() throws Exception {
        flink = new OneInputStreamOperatorTestHarness<>(new PulseOperator());
        flink.open();
    }

    @AfterEach
    void close() throws Exception {
        flink.close();
    }

    @Test
    void countsRequestsPerHostAndTenSeconds() throws Exception {
        send(Signs.request("a", 1_000), Signs.request("a", 9_999), Signs.request("b", 2_000));
        send(Signs.request("a", 10_000));
        flink.processWatermark(9_998);
        assertThat(flink.extractOutputValues()).isEmpty();
        flink.processWatermark(9_999);

        assertThat(flink.extractOutputValues())
                .extracting(pulse -> pulse.host() + " " + pulse.count() + " " + pulse.lastMillis())
                .containsExactlyInAnyOrder("a 2 9999", "b 1 2000");
    }

    @Test
    void keepsTheLastCheckInOfEachWorker() throws Exception {
        send(Signs.sample("a", 6_000, 0, 77, 9), Signs.sample("a", 1_000, 0, 77, 4));
        send(Signs.sample("a", 6_000, 1, 78, 1));
        flink.processWatermark(9_999);
        assertThat(flink.extractOutputValues())
                .extracting(pulse -> pulse.worker() + " " + pulse.requests() + " " + pulse.count())
                .containsExactlyInAnyOrder("0 9 2", "1 1 1");
    }

    @Test
    void losesNothingAtABarrierNorAtTheEnd() throws Exception {
        send(Signs.request("a", 1_000));
        flink.prepareSnapshotPreBarrier(1);
        send(Signs.request("a", 2_000));
        flink.getOperator().finish();
        assertThat(flink.extractOutputValues()).extracting(Pulse::count).containsExactly(1L, 1L);
        assertThat(flink.extractOutputValues()).extracting(Pulse::startMillis).containsOnly(0L);
    }

    @Test
    void aLateRequestIsASignOfLifeThatDoesNotCount() throws Exception {
        flink.processWatermark(34_000);
        send(Signs.request("a", 5_000));
        flink.processWatermark(39_999);
        assertThat(flink.extractOutputValues())
                .singleElement()
                .satisfies(pulse -> assertThat(pulse.count()).isZero())
                .satisfies(pulse -> assertThat(pulse.startMillis()).isEqualTo(30_000));
    }

    @Test
    void whatIsNoSignIsLeftOut() throws Exception {
        send(Signs.line("a", 1_000, "info"), Signs.line("a", 1_000, "shutdown"));
        flink.processWatermark(9_999);
        assertThat(flink.extractOutputValues())
                .extracting(Pulse::kind)
                .isEqualTo(List.of(Pulse.Kind.FAREWELL));
    }

    private void send(PumaEvent... events) throws Exception {
        for (PumaEvent event : events) {
            flink.processElement(event, event.timestampMillis());
        }
    }
}
