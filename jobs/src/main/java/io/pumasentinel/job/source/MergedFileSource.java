package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.java.typeutils.ResultTypeQueryable;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Reads log files as one bounded stream in event-time order.
 *
 * <p>Order: the files are merged by the time of their next line, ties in the order of the paths;
 * inside a file the order of the lines is kept, so a line that is older than the one before it
 * comes late by just as much. Flink's own file source reads files side by side and lets one run
 * hours ahead of the other.
 *
 * <p>Every event has a time and the position {@code path#line}; a line without a time takes the
 * last one of its file. The Flink record's timestamp is that time too, except for a time that runs
 * ahead alone and is not believed: see {@link FileEvents}. Lines longer than the settings allow,
 * and the unreadable rest of a damaged gzip file, become {@link io.pumasentinel.event.Unparsed}
 * events. A file that cannot be opened fails the job.
 *
 * <p>One subtask reads everything; set the parallelism to 1. State: a line count for each file; a
 * restart reads the files again from the start and goes on behind the counted lines.
 *
 * <p>Progress: {@code numBytesIn} counts the bytes taken from the files as they are stored (against
 * the sum of their sizes that is the share done), {@code numRecordsIn} the lines. For callers
 * outside the task the stream carries a {@link ReadMark} now and then: {@link PlaceOperator} must
 * follow, which takes them out and keeps {@link IngestProgress}.
 */
public final class MergedFileSource
        implements Source<PumaEvent, MergedSplit, List<MergedSplit>>,
                ResultTypeQueryable<PumaEvent> {

    private static final long serialVersionUID = 1L;

    private final ArrayList<FileInput> files;
    private final IngestSettings settings;

    /**
     * A source of these files.
     *
     * @throws IllegalArgumentException if there is no file or one is named twice: its lines would
     *     carry the same positions
     */
    public MergedFileSource(List<FileInput> files, IngestSettings settings) {
        Set<String> paths = new HashSet<>();
        for (FileInput file : files) {
            if (!paths.add(file.path())) {
                throw new IllegalArgumentException(
                        "files: named twice (got %s); name each once".formatted(file.path()));
            }
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("files: none given; at least one");
        }
        this.files = new ArrayList<>(files);
        this.settings = settings;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<PumaEvent, MergedSplit> createReader(SourceReaderContext context) {
        return new MergedFileReader(settings, context.metricGroup());
    }

    @Override
    public SplitEnumerator<MergedSplit, List<MergedSplit>> createEnumerator(
            SplitEnumeratorContext<MergedSplit> context) {
        return new MergedFileEnumerator(context, List.of(MergedSplit.atStart(files)));
    }

    @Override
    public SplitEnumerator<MergedSplit, List<MergedSplit>> restoreEnumerator(
            SplitEnumeratorContext<MergedSplit> context, List<MergedSplit> unassigned) {
        return new MergedFileEnumerator(context, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<MergedSplit> getSplitSerializer() {
        return new MergedSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<List<MergedSplit>> getEnumeratorCheckpointSerializer() {
        return new UnassignedSerializer();
    }

    @Override
    public TypeInformation<PumaEvent> getProducedType() {
        return TypeInformation.of(PumaEvent.class);
    }
}
