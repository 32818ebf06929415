package io.pumasentinel.job.score;

import io.pumasentinel.event.EventKind;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;

/**
 * Counts the events that were scored, by kind, for whoever started the job: Flink carries the
 * accumulators back while it runs and at its end.
 */
public final class EventCounts {
    private final Map<EventKind, LongCounter> counters = new EnumMap<>(EventKind.class);

    EventCounts(RuntimeContext context) {
        for (EventKind kind : EventKind.values()) {
            LongCounter counter = new LongCounter();
            counters.put(kind, counter);
            context.addAccumulator(name(kind), counter);
        }
    }

    /** The accumulator of a kind: {@code events-access}, … */
    public static String name(EventKind kind) {
        return "events-" + kind.name().toLowerCase(Locale.ROOT);
    }

    void count(EventKind kind) {
        Objects.requireNonNull(counters.get(kind)).add(1L);
    }
}
