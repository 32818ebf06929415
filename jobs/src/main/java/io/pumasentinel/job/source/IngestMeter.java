package io.pumasentinel.job.source;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/** Counts for {@link IngestProgress} in one subtask. */
final class IngestMeter {

    private final LongCounter lines = new LongCounter();
    private final LongCounter bytes = new LongCounter();
    private final LongCounter events = new LongCounter();
    private final LongCounter deadLetters = new LongCounter();
    private final LongCounter lateEvents = new LongCounter();
    private final LongCounter joinedLines = new LongCounter();
    private final LongMaximum latest = new LongMaximum();
    private final Counter deadMetric;
    private final Counter lateMetric;

    IngestMeter(RuntimeContext context) {
        context.addAccumulator(IngestProgress.LINES, lines);
        context.addAccumulator(IngestProgress.BYTES, bytes);
        context.addAccumulator(IngestProgress.EVENTS, events);
        context.addAccumulator(IngestProgress.DEAD_LETTERS, deadLetters);
        context.addAccumulator(IngestProgress.LATE_EVENTS, lateEvents);
        context.addAccumulator(IngestProgress.JOINED_LINES, joinedLines);
        context.addAccumulator(IngestProgress.LATEST, latest);
        deadMetric = context.getMetricGroup().counter("deadLetters");
        lateMetric = context.getMetricGroup().counter("lateEvents");
    }

    void event(long timestampMillis, boolean late) {
        events.add(1);
        latest.add(timestampMillis);
        if (late) {
            lateEvents.add(1);
            lateMetric.inc();
        }
    }

    void deadLetter() {
        deadLetters.add(1);
        deadMetric.inc();
    }

    void line() {
        lines.add(1);
    }

    /** A line became part of the event or dead letter of an earlier one. */
    void joinedLine() {
        joinedLines.add(1);
    }

    /** The source has taken that many bytes in all. */
    void readTo(long total) {
        bytes.add(total - bytes.getLocalValuePrimitive());
    }
}
