package io.pumasentinel.job.score;

import io.pumasentinel.event.EventKind;
import java.util.Locale;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * Counts the events that were scored, by kind, for whoever started the job: Flink carries the
 * accumulators back while it runs and at its end.
 */
public final class EventCounts {
    private final LongCounter[] counters = new LongCounter[EventKind.values().length];

    EventCounts(RuntimeContext context) {
        for (EventKind kind : EventKind.values()) {
            counters[kind.ordinal()] = new LongCounter();
            context.addAccumulator(name(kind), counters[kind.ordinal()]);
        }
    }

    /** The accumulator of a kind: {@code events-access}, … */
    public static String name(EventKind kind) {
        return "events-" + kind.name().toLowerCase(Locale.ROOT);
    }

    void count(EventKind kind) {
        counters[kind.ordinal()].add(1L);
    }
}
