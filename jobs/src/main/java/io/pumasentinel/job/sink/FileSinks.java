package io.pumasentinel.job.sink;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSinks;
import java.nio.file.Path;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes every stream to a file of a folder, one document a line: {@code analyze}'s results.
 *
 * <p>Runs at parallelism 1, so that a file's order is its stream's order.
 */
public final class FileSinks implements JobSinks {
    /** Alerts as they stand at the end, in the order in which they fired. */
    public static final String ALERTS = "alerts.ndjson";

    /** Windows in the order in which they closed. */
    public static final String WINDOWS = "windows.ndjson";

    /** Dead letters in input order. */
    public static final String DEAD_LETTERS = "dead-letters.ndjson";

    /** Requests, errors, lifecycle lines and samples in input order. */
    public static final String EVENTS = "events.ndjson";

    /** Samples only, for the report. */
    public static final String STATS = "stats.ndjson";

    private final Path folder;
    private final boolean withEvents;

    /**
     * @param folder where the files are written; exists
     * @param withEvents whether {@value #EVENTS} is wanted
     */
    public FileSinks(Path folder, boolean withEvents) {
        this.folder = folder;
        this.withEvents = withEvents;
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        if (withEvents) {
            events.sinkTo(sink(EVENTS)).name("events file").uid("sink-events").setParallelism(1);
        }
        events.filter(event -> event.kind() == EventKind.STATS)
                .name("samples")
                .uid("samples")
                .sinkTo(sink(STATS))
                .name("samples file")
                .uid("sink-samples")
                .setParallelism(1);
    }

    @Override
    public void windows(DataStream<EndpointWindow> windows) {
        windows.sinkTo(
                        new NdjsonSink<EndpointWindow>(
                                path(WINDOWS), () -> new Documents()::of, window -> ""))
                .name("windows file")
                .uid("sink-windows")
                .setParallelism(1);
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        alerts.sinkTo(new NdjsonSink<Alert>(path(ALERTS), () -> new Documents()::of, Alert::id))
                .name("alerts file")
                .uid("sink-alerts")
                .setParallelism(1);
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> deadLetters) {
        deadLetters
                .sinkTo(
                        new NdjsonSink<DeadLetter>(
                                path(DEAD_LETTERS), () -> new Documents()::of, letter -> ""))
                .name("dead letters file")
                .uid("sink-dead-letters")
                .setParallelism(1);
    }

    private NdjsonSink<PumaEvent> sink(String file) {
        return new NdjsonSink<>(path(file), () -> new Documents()::of, event -> "");
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }
}
