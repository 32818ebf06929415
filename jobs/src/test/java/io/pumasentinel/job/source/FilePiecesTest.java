package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A file with lines in pieces, of which one has no end, read again after a restart. */
class FilePiecesTest {

    private static final List<String> LINES = PiecesOfLines.interleaved(12, 7);

    @Test
    void losesNothingWhereverARestartFalls() throws Exception {
        List<PumaEvent> whole = rest(opened(), new ArrayList<>());
        assertThat(whole)
                .filteredOn(event -> event.access() != null && event.access().query() != null)
                .hasSize(24);
        assertThat(whole.toString()).doesNotContain("Tr0ub", "Horse");
        // One more than the lines: what is left over at the end.
        for (int done = 0; done <= LINES.size() + 1; done++) {
            List<PumaEvent> events = new ArrayList<>();
            FileEvents before = opened();
            for (int i = 0; i < done; i++) {
                assertThat(before.advance()).isTrue();
                events.addAll(before.head());
                before.markDone();
            }
            assertThat(before.linesDone()).isEqualTo(done);
            FileEvents after = opened();
            after.skip(before.linesDone());
            assertThat(rest(after, events)).as("%d lines", done).isEqualTo(whole);
        }
    }

    private static List<PumaEvent> rest(FileEvents file, List<PumaEvent> events)
            throws IOException {
        while (file.advance()) {
            events.addAll(file.head());
            file.markDone();
        }
        return events;
    }

    private static FileEvents opened() {
        var settings = IngestSettings.defaults();
        byte[] bytes = PumaLines.bytes(String.join("\n", LINES));
        var lines = new LineReader(new ByteArrayInputStream(bytes), settings.maxLineBytes());
        var input = new FileInput("pods.log", "shop", "web-1");
        return new FileEvents(new ParsedLines(input, lines, settings), PumaLines.START_MILLIS);
    }
}
