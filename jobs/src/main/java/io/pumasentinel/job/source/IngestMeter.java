package io.pumasentinel.job.source;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.accumulators.LongMaximum;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.groups.OperatorIOMetricGroup;

/**
 * Counts for {@link IngestProgress} in one subtask. Chained operators share the counters of their
 * task, so that here, behind the source, its lines and bytes can be read.
 */
final class IngestMeter {

    /** The source's counters are looked at once in so many events. */
    private static final int EVERY = 256;

    private final LongCounter lines = new LongCounter();
    private final LongCounter bytes = new LongCounter();
    private final LongCounter events = new LongCounter();
    private final LongCounter deadLetters = new LongCounter();
    private final LongCounter lateEvents = new LongCounter();
    private final LongMaximum latest = new LongMaximum();
    private final Counter linesIn;
    private final Counter bytesIn;
    private final Counter deadMetric;
    private final Counter lateMetric;
    private int seen;

    IngestMeter(RuntimeContext context) {
        context.addAccumulator(IngestProgress.LINES, lines);
        context.addAccumulator(IngestProgress.BYTES, bytes);
        context.addAccumulator(IngestProgress.EVENTS, events);
        context.addAccumulator(IngestProgress.DEAD_LETTERS, deadLetters);
        context.addAccumulator(IngestProgress.LATE_EVENTS, lateEvents);
        context.addAccumulator(IngestProgress.LATEST, latest);
        OperatorIOMetricGroup io = context.getMetricGroup().getIOMetricGroup();
        linesIn = io.getNumRecordsInCounter();
        bytesIn = io.getNumBytesInCounter();
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
        look();
    }

    void deadLetter() {
        deadLetters.add(1);
        deadMetric.inc();
        look();
    }

    /** Takes over what the source has counted up to now. */
    void lookNow() {
        lines.add(linesIn.getCount() - lines.getLocalValuePrimitive());
        bytes.add(bytesIn.getCount() - bytes.getLocalValuePrimitive());
    }

    private void look() {
        if (++seen % EVERY == 0) {
            lookNow();
        }
    }
}
