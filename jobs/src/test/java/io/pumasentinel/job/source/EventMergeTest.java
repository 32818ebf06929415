package io.pumasentinel.job.source;

import static io.pumasentinel.job.source.PumaLines.access;
import static io.pumasentinel.job.source.PumaLines.bytes;
import static io.pumasentinel.job.source.PumaLines.millis;
import static io.pumasentinel.job.source.PumaLines.untimed;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventMergeTest {

    private static final long MODIFIED = millis(7777);

    private final Map<String, String> files = new LinkedHashMap<>();

    @Test
    void bringsTheLinesOfSeveralFilesIntoTheOrderOfTheirTimes() throws IOException {
        file("a", access(1, "/"), access(4, "/"), access(5, "/"));
        file("b", access(2, "/"), access(3, "/"), access(9, "/"));
        file("c", access(0, "/"), access(6, "/"));
        assertThat(positions())
                .containsExactly("c#1", "a#1", "b#1", "b#2", "a#2", "a#3", "c#2", "b#3");
    }

    @Test
    void takesFilesWithTheSameTimeInTheOrderOfTheirPaths() throws IOException {
        file("b", access(1, "/"), access(1, "/"), access(2, "/"));
        file("a", access(0, "/"), access(1, "/"), access(1, "/"), access(2, "/"));
        assertThat(positions()).containsExactly("a#1", "a#2", "a#3", "b#1", "b#2", "a#4", "b#3");
    }

    @Test
    void keepsTheOrderInsideAFileWhereTimeGoesBack() throws IOException {
        file("a", access(1, "/"), access(5, "/"), access(3, "/"), access(6, "/"));
        file("b", access(2, "/"), access(4, "/"), access(5, "/"), access(7, "/"));
        assertThat(positions())
                .containsExactly("a#1", "b#1", "b#2", "a#2", "a#3", "b#3", "a#4", "b#4");
    }

    @Test
    void letsLinesWithoutATimeFollowTheLineBeforeThem() throws IOException {
        file("b", access(1, "/"), untimed(), untimed(), access(3, "/"));
        file("c", access(1, "/"), access(2, "/"), untimed());
        List<PumaEvent> merged = merged();
        assertThat(ids(merged)).containsExactly("b#1", "b#2", "b#3", "c#1", "c#2", "c#3", "b#4");
        assertThat(merged.get(2).timestampMillis()).isEqualTo(millis(1));
        assertThat(merged.get(5).timestampMillis()).isEqualTo(millis(2));
    }

    @Test
    void givesTheLinesBeforeAFilesFirstTimeThatTime() throws IOException {
        file("a", access(1, "/"), access(2, "/"), access(3, "/"));
        file("b", untimed(), untimed(), access(2, "/"));
        List<PumaEvent> merged = merged();
        assertThat(ids(merged)).containsExactly("a#1", "a#2", "b#1", "b#2", "b#3", "a#3");
        assertThat(merged.get(2).timestampMillis()).isEqualTo(millis(2));
    }

    @Test
    void givesAFileWithoutAnyTimeTheTimeOfItsLastChange() throws IOException {
        file("a", untimed(), untimed());
        assertThat(merged()).extracting(PumaEvent::timestampMillis).containsOnly(MODIFIED);
    }

    @Test
    void doesNotWaitForATimeForever() throws IOException {
        String lines = (untimed() + "\n").repeat(3 * FileEvents.WINDOW_LINES);
        files.put("a", lines + access(5, "/"));
        List<PumaEvent> merged = merged();
        assertThat(merged.get(0).timestampMillis()).isEqualTo(MODIFIED);
        assertThat(merged).last().extracting(PumaEvent::timestampMillis).isEqualTo(millis(5));
    }

    @Test
    void believesALongSilence() throws IOException {
        file("a", access(1, "/"), access(90_000, "/"), untimed(), access(180_000, "/"));
        file("b", access(2, "/"), access(90_001, "/"));
        assertThat(positions()).containsExactly("a#1", "b#1", "a#2", "a#3", "b#2", "a#4");
    }

    @Test
    void isNotHeldBackByOneFalseTime() throws IOException {
        file("a", access(1, "/"), access(900_000, "/"), access(3, "/"), untimed());
        file("b", access(2, "/"), access(4, "/"));
        List<PumaEvent> merged = merged();
        assertThat(ids(merged)).containsExactly("a#1", "a#2", "b#1", "a#3", "a#4", "b#2");
        assertThat(merged.get(1).timestampMillis()).isEqualTo(millis(900_000));
        assertThat(merged.get(4).timestampMillis()).isEqualTo(millis(3));
    }

    @Test
    void isNotHeldBackByAFalseTimeAtTheBeginning() throws IOException {
        file("a", access(900_000, "/"), access(1, "/"), access(3, "/"));
        file("b", access(2, "/"), access(4, "/"));
        assertThat(positions()).containsExactly("a#1", "a#2", "b#1", "a#3", "b#2");
    }

    @Test
    void leavesStreamTimeAtTheLastBelievedTimeWhereALineRunsAhead() throws IOException {
        file("a", access(1, "/"), access(900_000, "/"), access(3, "/"));
        try (FileEvents events = open("a")) {
            events.advance();
            events.advance();
            assertThat(events.streamMillis(events.head().get(0))).isEqualTo(millis(1));
        }
    }

    @Test
    void continuesAfterAnyNumberOfLinesAsIfItHadNotStopped() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            randomFiles(new Random(seed));
            List<PumaEvent> whole = merged();
            for (int stop = 0; stop < whole.size(); stop += 7) {
                List<PumaEvent> both = new ArrayList<>();
                Map<String, Long> done = mergeSome(stop, both);
                mergeFrom(done, both);
                assertThat(both).as("seed %d, stop %d", seed, stop).isEqualTo(whole);
            }
        }
    }

    private void randomFiles(Random random) {
        files.clear();
        for (String path : List.of("p", "q", "r")) {
            var lines = new ArrayList<String>();
            long second = random.nextInt(4);
            for (int i = 0; i < 40; i++) {
                second += random.nextInt(5) - 1;
                lines.add(random.nextInt(3) == 0 ? untimed() : access(Math.max(0, second), "/"));
            }
            files.put(path, String.join("\n", lines));
        }
    }

    private Map<String, Long> mergeSome(int atLeast, List<PumaEvent> into) throws IOException {
        List<FileEvents> open = openAll();
        var merge = new EventMerge(open);
        while (into.size() < atLeast) {
            FileEvents next = merge.next();
            assertThat(next).isNotNull();
            if (next != null) {
                into.addAll(next.head());
                next.markDone();
            }
        }
        var done = new LinkedHashMap<String, Long>();
        open.forEach(events -> done.put(events.file().path(), events.linesDone()));
        return done;
    }

    private void mergeFrom(Map<String, Long> done, List<PumaEvent> into) throws IOException {
        List<FileEvents> open = openAll();
        for (FileEvents events : open) {
            events.skip(done.getOrDefault(events.file().path(), 0L));
        }
        drain(new EventMerge(open), into);
    }

    private List<PumaEvent> merged() throws IOException {
        var events = new ArrayList<PumaEvent>();
        drain(new EventMerge(openAll()), events);
        return events;
    }

    private static void drain(EventMerge merge, List<PumaEvent> into) throws IOException {
        for (FileEvents next = merge.next(); next != null; next = merge.next()) {
            into.addAll(next.head());
        }
    }

    private List<String> positions() throws IOException {
        return ids(merged());
    }

    private static List<String> ids(List<PumaEvent> events) {
        return events.stream().map(event -> event.position().id()).toList();
    }

    private void file(String path, String... lines) {
        files.put(path, String.join("\n", lines) + "\n");
    }

    private List<FileEvents> openAll() {
        return files.keySet().stream().map(this::open).toList();
    }

    private FileEvents open(String path) {
        byte[] content = bytes(files.getOrDefault(path, ""));
        var settings = IngestSettings.defaults();
        var lines = new LineReader(new ByteArrayInputStream(content), settings.maxLineBytes());
        var input = new FileInput(path, "shop", "web-1");
        return new FileEvents(new ParsedLines(input, lines, settings), MODIFIED);
    }
}
