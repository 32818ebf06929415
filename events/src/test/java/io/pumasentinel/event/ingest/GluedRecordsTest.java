package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GluedRecordsTest {

    private static String request(String path) {
        return "{\"method\":\"GET\",\"path\":\"%s\",\"controller\":\"A\",\"action\":\"b\",\"status\":200,\"duration\":1}"
                .formatted(path);
    }

    @Test
    void readsEveryRecordAtAPlaceOfItsOwn() {
        List<PumaEvent> events =
                Lines.all(request("/a") + request("/b}{\\\"\\\\") + "  " + request("/c"));

        assertThat(events)
                .extracting(event -> Objects.requireNonNull(event.access()).path())
                .containsExactly("/a", "/b}{\"\\", "/c");
        assertThat(events)
                .extracting(event -> event.position().id())
                .containsExactly("access.log#7", "access.log#7.2", "access.log#7.3");
        assertThat(events).isSortedAccordingTo((a, b) -> a.position().compareTo(b.position()));
    }

    @Test
    void unwrapsTheLinesThatALogFormatterGlued() {
        String line = "{\"ts\":\"2026-11-21T19:34:51Z\",\"msg\":\"%s\"}";
        List<PumaEvent> events =
                Lines.all(line.formatted("* Restarting...") + line.formatted("- Goodbye!"));

        assertThat(events)
                .extracting(event -> Objects.requireNonNull(event.lifecycle()).action())
                .containsExactly("restart", "shutdown");
    }

    @Test
    void refusesOnlyTheRecordThatIsNone() {
        List<PumaEvent> events = Lines.all(request("/a") + "{\"x\":1}" + "{nope}" + request("/d"));

        assertThat(events)
                .extracting(GluedRecordsTest::reason)
                .containsExactly("", "json without a request or sample", "broken json", "");
    }

    @Test
    void readsAtMostSixtyFourAndKeepsTheRest() {
        for (int count : List.of(GluedRecords.MOST, GluedRecords.MOST + 2)) {
            String line =
                    IntStream.range(0, count)
                            .mapToObj(i -> request("/" + i))
                            .collect(Collectors.joining());
            List<PumaEvent> events = Lines.all(line);

            boolean all = count == GluedRecords.MOST;
            assertThat(events).hasSize(GluedRecords.MOST + (all ? 0 : 1));
            PumaEvent last = events.get(events.size() - 1);
            assertThat(reason(last)).isEqualTo(all ? "" : "several records in one line");
            assertThat(last.position().part()).isEqualTo(all ? 63 : 64);
        }
    }

    @Test
    void doesNotPartWhatStandsInAPartAgain() {
        String two = (request("/a") + request("/b")).replace("\"", "\\\"");
        String wrapper = "{\"log\":\"" + two + "\\n\",\"stream\":\"stdout\",\"time\":\"x\"}";

        assertThat(Lines.all(wrapper)).hasSize(2);
        assertThat(Lines.all(wrapper + wrapper))
                .extracting(GluedRecordsTest::reason)
                .containsExactly("several records in one line", "several records in one line");
    }

    @Test
    void redactsEachRecord() {
        assertThat(
                        Lines.all(request("/a?password=S3cret") + "{\"password\":\"S3cret\"}")
                                .toString())
                .doesNotContain("S3cret");
    }

    @Test
    void endsWithTheLineWhereARecordDoesNot() {
        byte[] open = "{\"a\":\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(GluedRecords.end(open, 0, open.length)).isEqualTo(open.length);
        byte[] escape = "{\"a\\".getBytes(StandardCharsets.UTF_8);
        assertThat(GluedRecords.end(escape, 0, escape.length)).isEqualTo(escape.length);
    }

    private static String reason(PumaEvent event) {
        Unparsed unparsed = event.unparsed();
        return unparsed == null ? "" : unparsed.reason();
    }
}
