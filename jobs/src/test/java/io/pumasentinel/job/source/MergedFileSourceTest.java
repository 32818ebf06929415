package io.pumasentinel.job.source;

import static io.pumasentinel.job.source.PumaLines.access;
import static io.pumasentinel.job.source.PumaLines.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reader, split state and serialisers, without a cluster. */
class MergedFileSourceTest {

    @TempDir private Path folder = Path.of("");

    @Test
    void readsPlainAndGzippedFilesAsOneStream() throws Exception {
        FileInput plain = file("a.log", bytes(access(1, "/") + "\n" + access(4, "/")));
        FileInput zipped = file("b.log", PumaLines.gzip(access(2, "/") + "\n" + access(3, "/")));
        List<PumaEvent> events = readAll(MergedSplit.atStart(List.of(plain, zipped)));
        assertThat(events)
                .extracting(event -> event.timestampMillis() - PumaLines.START_MILLIS)
                .containsExactly(1000L, 2000L, 3000L, 4000L);
        assertThat(events.get(1).position().id()).isEqualTo(zipped.path() + "#1");
        assertThat(events).extracting(PumaEvent::service).containsOnly("shop");
    }

    @Test
    void continuesBehindTheLinesOfASnapshot() throws Exception {
        List<FileInput> files = randomFiles();
        List<PumaEvent> whole = readAll(MergedSplit.atStart(files));
        for (int polls : new int[] {0, 1, 2, 50, 120}) {
            var before = new Collected();
            MergedSplit snapshot;
            try (MergedFileReader reader = reader(MergedSplit.atStart(files))) {
                for (int i = 0; i < polls; i++) {
                    assertThat(reader.pollNext(before)).isEqualTo(InputStatus.MORE_AVAILABLE);
                }
                snapshot = copy(reader.snapshotState(1).get(0));
            }
            before.events.addAll(readAll(snapshot));
            assertThat(before.events).as("%d polls", polls).isEqualTo(whole);
        }
    }

    @Test
    void keepsItsSnapshotBeforeTheFirstPollAndAtTheEnd() throws Exception {
        List<FileInput> files = randomFiles();
        try (MergedFileReader reader = reader(MergedSplit.atStart(files))) {
            assertThat(reader.snapshotState(1)).containsExactly(MergedSplit.atStart(files));
            readToEnd(reader);
            MergedSplit end = copy(reader.snapshotState(2).get(0));
            assertThat(readAll(end)).isEmpty();
        }
    }

    @Test
    void makesOneDeadLetterOfALineThatIsTooLong() throws Exception {
        int limit = IngestSettings.defaults().maxLineBytes();
        String text = access(1, "/") + "\n" + "x".repeat(3 * limit) + "\n" + access(2, "/");
        List<PumaEvent> events = readAll(MergedSplit.atStart(List.of(file("a.log", bytes(text)))));
        assertThat(events)
                .extracting(PumaEvent::kind)
                .containsExactly(EventKind.ACCESS, EventKind.UNPARSED, EventKind.ACCESS);
        assertThat(events.get(2).position().index()).isEqualTo(3);
    }

    @Test
    void makesOneDeadLetterOfTheLostRestOfADamagedFile() throws Exception {
        byte[] whole = PumaLines.gzip((access(1, "/") + "\n").repeat(20_000));
        FileInput damaged = file("a.gz", Arrays.copyOf(whole, whole.length / 2));
        List<PumaEvent> events = readAll(MergedSplit.atStart(List.of(damaged)));
        PumaEvent last = events.get(events.size() - 1);
        assertThat(last.unparsed()).isNotNull();
        assertThat(last.unparsed()).extracting("reason").isEqualTo(ParsedLines.DAMAGED);
        assertThat(last.position().index()).isEqualTo(events.size());
    }

    @Test
    void waitsForItsSplitAndEndsWithoutOne() throws Exception {
        try (var reader = new MergedFileReader(IngestSettings.defaults(), metrics())) {
            var output = new Collected();
            assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
            assertThat(reader.isAvailable()).isNotDone();
            reader.notifyNoMoreSplits();
            assertThat(reader.isAvailable()).isDone();
            assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
        }
    }

    @Test
    void endsNoSoonerThanItKnowsThatNothingFollows() throws Exception {
        var split = MergedSplit.atStart(List.of(file("a.log", bytes(access(1, "/")))));
        try (var reader = new MergedFileReader(IngestSettings.defaults(), metrics())) {
            reader.addSplits(List.of(split));
            var output = new Collected();
            assertThat(reader.pollNext(output)).isEqualTo(InputStatus.MORE_AVAILABLE);
            // Flink takes a task that ended before the enumerator's last word for a failed one.
            assertThat(reader.pollNext(output)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
            assertThat(reader.isAvailable()).isNotDone();
            reader.notifyNoMoreSplits();
            assertThat(reader.isAvailable()).isDone();
            assertThat(reader.pollNext(output)).isEqualTo(InputStatus.END_OF_INPUT);
            assertThat(output.events).hasSize(1);
        }
    }

    @Test
    void countsTheLinesAndTheStoredBytes() throws Exception {
        byte[] stored = PumaLines.gzip((access(1, "/") + "\n\n").repeat(5_000));
        var split = MergedSplit.atStart(List.of(file("a.gz", stored)));
        InternalSourceReaderMetricGroup metrics = metrics();
        try (var reader = new MergedFileReader(IngestSettings.defaults(), metrics)) {
            reader.addSplits(List.of(split));
            reader.notifyNoMoreSplits();
            assertThat(readToEnd(reader).bytesMarked).isEqualTo(stored.length);
        }
        assertThat(metrics.getIOMetricGroup().getNumBytesInCounter().getCount())
                .isEqualTo(stored.length);
        assertThat(metrics.getIOMetricGroup().getNumRecordsInCounter().getCount())
                .isEqualTo(10_000);
    }

    @Test
    void refusesNoFilesAndAFileNamedTwice() {
        var settings = IngestSettings.defaults();
        var file = new FileInput("a", "s", "h");
        assertThatThrownBy(() -> new MergedFileSource(List.of(), settings))
                .hasMessageContaining("none given");
        assertThatThrownBy(() -> new MergedFileSource(List.of(file, file), settings))
                .hasMessageContaining("named twice (got a)");
        assertThatThrownBy(() -> new FileInput("a", "", "h")).hasMessageContaining("service ''");
    }

    @Test
    void cannotReadStandardInputAgain() throws Exception {
        var stdin = List.of(new FileInput(FileInput.STDIN, "shop", "web-1"));
        try (MergedFileReader reader = reader(new MergedSplit(stdin, new long[] {3}))) {
            assertThatThrownBy(() -> reader.pollNext(new Collected()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("restart after line 3");
        }
    }

    private List<FileInput> randomFiles() throws IOException {
        var random = new Random(7);
        var files = new ArrayList<FileInput>();
        for (String name : List.of("a.log", "b.log", "c.log")) {
            var lines = new ArrayList<String>();
            for (int second = 0; second < 60; second += random.nextInt(3)) {
                lines.add(random.nextInt(4) == 0 ? PumaLines.untimed() : access(second, "/"));
            }
            files.add(file(name, bytes(String.join("\n", lines))));
        }
        return files;
    }

    private FileInput file(String name, byte[] content) throws IOException {
        Path path = folder.resolve(name);
        Files.write(path, content);
        return new FileInput(path.toString(), "shop", "web-1");
    }

    private static MergedSplit copy(MergedSplit split) throws IOException {
        var serializer = new UnassignedSerializer();
        byte[] bytes = serializer.serialize(List.of(split));
        MergedSplit copy = serializer.deserialize(serializer.getVersion(), bytes).get(0);
        assertThat(copy).isEqualTo(split).hasSameHashCodeAs(split);
        return copy;
    }

    private static MergedFileReader reader(MergedSplit split) {
        var reader = new MergedFileReader(IngestSettings.defaults(), metrics());
        reader.addSplits(List.of(split));
        reader.notifyNoMoreSplits();
        return reader;
    }

    private static InternalSourceReaderMetricGroup metrics() {
        return InternalSourceReaderMetricGroup.wrap(
                UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup());
    }

    private static List<PumaEvent> readAll(MergedSplit split) throws IOException {
        try (MergedFileReader reader = reader(split)) {
            return readToEnd(reader).events;
        }
    }

    private static Collected readToEnd(MergedFileReader reader) throws IOException {
        var output = new Collected();
        InputStatus status = InputStatus.MORE_AVAILABLE;
        while (status != InputStatus.END_OF_INPUT) {
            status = reader.pollNext(output);
        }
        return output;
    }

    private static final class Collected implements ReaderOutput<PumaEvent> {

        private final List<PumaEvent> events = new ArrayList<>();
        private long bytesMarked;

        @Override
        public void collect(PumaEvent event, long timestampMillis) {
            assertThat(timestampMillis).isEqualTo(event.timestampMillis());
            if (ReadMark.is(event)) {
                bytesMarked = ReadMark.bytes(event);
            } else {
                events.add(event);
            }
        }

        @Override
        public void collect(PumaEvent event) {
            throw new AssertionError("without a timestamp: " + event);
        }

        @Override
        public SourceOutput<PumaEvent> createOutputForSplit(String splitId) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String splitId) {}

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}
    }
}
