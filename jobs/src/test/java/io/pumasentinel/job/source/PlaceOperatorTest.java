package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.event.ingest.AuthSettings;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Closing the harness may be interrupted; no test interrupts.
class PlaceOperatorTest {

    private static final long T = 1_000_000;

    @Test
    void sendsWhatNobodyUnderstoodAsideAndNotOn() throws Exception {
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(Events.timed(T), T);
            harness.processElement(Events.unparsed(PumaEvent.NO_TIME), T + 99);
            assertThat(harness.extractOutputValues()).containsExactly(Events.timed(T));
            assertThat(PlaceHarness.letters(harness))
                    .containsExactly(
                            new DeadLetter(
                                    "unrecognised",
                                    T,
                                    "shop",
                                    "web-1",
                                    Events.ORIGIN.position(),
                                    "x",
                                    List.of()));
        }
    }

    @Test
    void letsLateEventsGoOnAndCountsThem() throws Exception {
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processWatermark(T);
            harness.processElement(Events.timed(T), T);
            harness.processElement(Events.timed(T + 1), T + 1);
            assertThat(harness.extractOutputValues()).hasSize(2);
            IngestProgress progress = PlaceHarness.progress(harness);
            assertThat(progress.lateEvents()).isEqualTo(1);
            assertThat(progress.events()).isEqualTo(2);
            assertThat(progress.latestMillis()).isEqualTo(T + 1);
        }
    }

    @Test
    void remembersTimesAndEndpointsThroughASnapshot() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(Events.request(0, T, "GET /cart", 200), T);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement(Events.request(1, T, "GET /cart", 404), T);
            harness.processElement(Events.request(2, T, "GET /other", 404), T);
            harness.processElement(Events.untimed(), T + 99);
            List<PumaEvent> out = harness.extractOutputValues();
            assertThat(endpoint(out.get(0))).isEqualTo("GET /cart");
            assertThat(endpoint(out.get(1))).isEqualTo("{unmatched}");
            assertThat(out.get(2).timestampMillis()).isEqualTo(T);
        }
    }

    @Test
    void givesAPartitionItsMemoryInWhicheverSubtaskItIsReadAfterRescaling() throws Exception {
        OperatorSubtaskState whole;
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(Events.request(0, T, "GET /cart", 200), T);
            whole = harness.snapshot(1, 1);
        }
        for (int subtask = 0; subtask < 2; subtask++) {
            OperatorSubtaskState part =
                    AbstractStreamOperatorTestHarness.repartitionOperatorState(
                            whole, 4, 1, 2, subtask);
            try (var harness = PlaceHarness.of(2, subtask)) {
                harness.initializeState(part);
                harness.open();
                harness.processElement(Events.request(1, T, "GET /cart", 404), T);
                assertThat(endpoint(harness.extractOutputValues().get(0))).isEqualTo("GET /cart");
            }
        }
    }

    @Test
    void joinsTheLinesOfAnErrorAcrossARestartAndLosesAndRepeatsNone() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(failure(0, "boom\n"), T);
            harness.processElement(line(1, "second line"), T);
            harness.processWatermark(T - 1);
            snapshot = harness.snapshot(1, 1);
            assertThat(harness.extractOutputValues()).isEmpty();
            assertThat(PlaceHarness.progress(harness).joinedLines()).isEqualTo(1);
        }
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement(line(2, "third>"), T);
            harness.processElement(line(3, "stranger"), T);
            harness.processWatermark(T);
            harness.processWatermark(T + 9_000);
            List<PumaEvent> out = harness.extractOutputValues();
            assertThat(out).hasSize(1);
            assertThat(Objects.requireNonNull(out.get(0).error()).message())
                    .isEqualTo("boom\nsecond line\nthird");
            assertThat(out.get(0).position().index()).isZero();
            assertThat(PlaceHarness.letters(harness)).hasSize(1);
            IngestProgress progress = PlaceHarness.progress(harness);
            assertThat(progress.lines()).isEqualTo(2);
            assertThat(progress.joinedLines()).isEqualTo(1);
            assertThat(progress.lateEvents()).isZero();
            assertThat(harness.snapshot(2, 2).getManagedOperatorState()).isNotEmpty();
        }
    }

    @Test
    void letsGoOfWhatWaitsInAPartitionThatIsSilentAfterTheRestart() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(failure(0, "boom\n"), T);
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void letsErrorsLeaveBeforeTheWatermarkThatPassesThem() throws Exception {
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(failure(0, "boom"), T);
            harness.processWatermark(T + 5_000);
            assertThat(harness.getOutput())
                    .first()
                    .isInstanceOf(StreamRecord.class)
                    .extracting(record -> ((StreamRecord<?>) record).getTimestamp())
                    .isEqualTo(T);
        }
    }

    private static PumaEvent failure(long offset, String message) {
        var report =
                new ErrorReport(
                        "rack-app", "RuntimeError", message, null, null, null, null, null, null);
        return PumaEvent.of(Events.at("puma-stderr", offset), T, report);
    }

    private static PumaEvent line(long offset, String text) {
        return PumaEvent.of(
                Events.at("puma-stderr", offset),
                PumaEvent.NO_TIME,
                new Unparsed("unrecognised", text));
    }

    @Test
    void keepsItsStateWithoutKryo() {
        var config = new SerializerConfigImpl();
        config.setGenericTypes(false);
        assertThat(TypeInformation.of(SavedPartition.class).createSerializer(config)).isNotNull();
        assertThat(TypeInformation.of(DeadLetter.class).createSerializer(config)).isNotNull();
    }

    @Test
    void refusesABoundOfNothing() {
        assertThatThrownBy(() -> new PlaceOperator(0, AuthSettings.defaults()))
                .hasMessageContaining("got 0");
    }

    private static String endpoint(PumaEvent event) {
        return Objects.requireNonNull(event.access()).endpoint();
    }
}
