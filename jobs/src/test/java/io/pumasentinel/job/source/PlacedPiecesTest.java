package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.PieceJoin;
import io.pumasentinel.event.ingest.RawLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How lines in pieces, lines of several records and errors that are told twice are placed. */
@SuppressWarnings("try") // Closing the harness may be interrupted; no test interrupts.
class PlacedPiecesTest {

    private static final long T = 1_000_000;

    @Test
    void countsThePiecesOfALineWhereTheyWereReadAndTheLineOnce() throws Exception {
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            for (PumaEvent event : parsed(PiecesOfLines.interleaved(12, 3))) {
                harness.processElement(event, PumaLines.millis(60));
            }
            IngestProgress progress = PlaceHarness.progress(harness);
            List<PumaEvent> out = harness.extractOutputValues();
            assertThat(out).allMatch(event -> event.access() != null);
            assertThat(PlaceHarness.letters(harness)).hasSize(1);
            assertThat(progress.joinedLines()).isEqualTo(2 * 24);
            assertThat(progress.lines())
                    .isEqualTo(PiecesOfLines.interleaved(12, 3).size())
                    .isEqualTo(progress.events() + progress.deadLetters() + progress.joinedLines());
        }
    }

    @Test
    void countsALineOfSeveralRecordsOnce() throws Exception {
        String request =
                "{\"method\":\"GET\",\"path\":\"/\",\"status\":200,\"controller\":\"A\",\"action\":\"b\"}";
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            for (PumaEvent event : parsed(List.of(request.repeat(3), request))) {
                harness.processElement(event, T);
            }
            assertThat(harness.extractOutputValues())
                    .extracting(event -> event.position().id())
                    .containsExactly("x#1", "x#1.2", "x#1.3", "x#2");
            assertThat(PlaceHarness.progress(harness).lines()).isEqualTo(2);
        }
    }

    @Test
    void pairsTheErrorsOfARequestAcrossARestartAndForgetsThem() throws Exception {
        PumaEvent told = error(0, "request-error", "/boom");
        PumaEvent logged = error(1, "rails-exception", null);
        OperatorSubtaskState snapshot;
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.open();
            harness.processElement(told, T);
            assertThat(harness.extractOutputValues()).isEmpty();
            snapshot = harness.snapshot(1, 1);
        }
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processElement(logged, T);
            harness.processWatermark(T + 9_000);
            assertThat(harness.extractOutputValues()).hasSize(1);
            ErrorReport one = Objects.requireNonNull(harness.extractOutputValues().get(0).error());
            assertThat(one.action()).isEqualTo("rails-exception");
            assertThat(one.path()).isEqualTo("/boom");
            snapshot = harness.snapshot(2, 2);
        }
        try (var harness = PlaceHarness.of(1, 0)) {
            harness.initializeState(snapshot);
            harness.open();
            harness.processWatermark(Long.MAX_VALUE);
            assertThat(harness.extractOutputValues()).as("nothing waits any more").isEmpty();
        }
    }

    private static PumaEvent error(long offset, String action, @Nullable String path) {
        var report = new ErrorReport(action, "KeyError", "x", null, path, null, null, null, "id-1");
        return PumaEvent.of(Events.at("puma-access", offset), T, report);
    }

    /** The lines of a file as its reader hands them on, to its end. */
    private static List<PumaEvent> parsed(List<String> lines) {
        var ingest = new LineIngest(IngestSettings.defaults());
        var pieces = new PieceJoin();
        List<PumaEvent> events = new ArrayList<>();
        long number = 0;
        for (String line : lines) {
            var origin = new Origin("shop", "web-1", Position.ofLine("x", ++number));
            ingest.ingest(RawLine.of(PumaLines.bytes(line), origin), pieces, events::add);
        }
        ingest.end(pieces, events::add);
        return events;
    }
}
