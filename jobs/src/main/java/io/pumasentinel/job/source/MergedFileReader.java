package io.pumasentinel.job.source;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.jspecify.annotations.Nullable;

/**
 * Reads the merged files in the task's own thread, one line a poll, so that a snapshot always falls
 * between lines. Waiting for standard input holds up the task, its checkpoints included.
 *
 * <p>Nothing ends before the enumerator said that no split follows: its word must find the task
 * running, or Flink takes the task for failed.
 */
final class MergedFileReader implements SourceReader<PumaEvent, MergedSplit> {

    private static final long MARK_BYTES = 1 << 18;

    private final IngestSettings settings;
    private final Counter bytesIn;
    private final Counter linesIn;
    private final CompletableFuture<Void> assignedOrNone = new CompletableFuture<>();
    private final CompletableFuture<Void> noneFollows = new CompletableFuture<>();
    private final List<FileEvents> open = new ArrayList<>();
    private @Nullable MergedSplit split;
    private @Nullable EventMerge merge;
    private @Nullable PumaEvent last;
    private long lastMillis;
    private boolean exhausted;
    private long bytesRead;
    private long bytesMarked;

    MergedFileReader(IngestSettings settings, SourceReaderMetricGroup metrics) {
        this.settings = settings;
        this.bytesIn = metrics.getIOMetricGroup().getNumBytesInCounter();
        this.linesIn = metrics.getIOMetricGroup().getNumRecordsInCounter();
    }

    @Override
    public void start() {}

    @Override
    public InputStatus pollNext(ReaderOutput<PumaEvent> output) throws IOException {
        MergedSplit assigned = split;
        if (assigned == null) {
            return end();
        }
        if (merge == null) {
            merge = openAt(assigned);
        }
        FileEvents next = merge.next();
        if (next == null) {
            mark(output);
            exhausted = true;
            return end();
        }
        emit(next, output);
        if (bytesRead - bytesMarked >= MARK_BYTES) {
            mark(output);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private InputStatus end() {
        return noneFollows.isDone() ? InputStatus.END_OF_INPUT : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public List<MergedSplit> snapshotState(long checkpointId) {
        MergedSplit assigned = split;
        if (assigned == null || merge == null) {
            return assigned == null ? List.of() : List.of(assigned);
        }
        long[] linesDone = open.stream().mapToLong(FileEvents::linesDone).toArray();
        return List.of(new MergedSplit(assigned.files(), linesDone));
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return exhausted ? noneFollows : assignedOrNone;
    }

    @Override
    public void addSplits(List<MergedSplit> splits) {
        split = splits.get(0);
        assignedOrNone.complete(null);
    }

    @Override
    public void notifyNoMoreSplits() {
        noneFollows.complete(null);
        assignedOrNone.complete(null);
    }

    @Override
    public void close() throws IOException {
        for (FileEvents file : open) {
            file.close();
        }
    }

    private EventMerge openAt(MergedSplit at) throws IOException {
        for (int i = 0; i < at.files().size(); i++) {
            FileEvents events = openFile(at.files().get(i), at.linesDone(i));
            open.add(events);
            events.skip(at.linesDone(i));
        }
        return new EventMerge(open);
    }

    private FileEvents openFile(FileInput file, long done) throws IOException {
        if (file.isStdin() && done > 0) {
            throw new IOException(
                    "standard input: cannot be read a second time (got a restart after line %d); give a file"
                            .formatted(done));
        }
        var lines = new LineReader(FileBytes.open(file, this::count), settings.maxLineBytes());
        return new FileEvents(new ParsedLines(file, lines, settings), modifiedMillis(file));
    }

    private static long modifiedMillis(FileInput file) throws IOException {
        return file.isStdin() ? 0 : Files.getLastModifiedTime(Path.of(file.path())).toMillis();
    }

    private void emit(FileEvents line, ReaderOutput<PumaEvent> output) {
        List<PumaEvent> events = line.head();
        for (int i = 0; i < events.size(); i++) {
            PumaEvent event = events.get(i);
            output.collect(event, line.streamMillis(event));
        }
        line.markDone();
        linesIn.inc();
        last = events.get(events.size() - 1);
        lastMillis = line.streamMillis(last);
    }

    private void mark(ReaderOutput<PumaEvent> output) {
        PumaEvent line = last;
        if (line != null && bytesRead > bytesMarked) {
            var origin = new Origin(line.service(), line.host(), line.position());
            output.collect(ReadMark.of(origin, lastMillis, bytesRead), lastMillis);
            bytesMarked = bytesRead;
        }
    }

    private void count(int bytes) {
        bytesRead += bytes;
        bytesIn.inc(bytes);
    }
}
