package io.pumasentinel.job.score;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;

/**
 * Counts the events that were scored, by kind, and the sign-ins among them ({@link SignInCounts}),
 * for whoever started the job: Flink carries the accumulators back while it runs and at its end.
 */
public final class EventCounts {
    private final Map<EventKind, LongCounter> counters = new EnumMap<>(EventKind.class);

    private final LongCounter signIns = new LongCounter();
    private final LongCounter decided = new LongCounter();
    private final LongCounter refused = new LongCounter();
    private final Counter undecidedMetric;

    EventCounts(RuntimeContext context) {
        for (EventKind kind : EventKind.values()) {
            LongCounter counter = new LongCounter();
            counters.put(kind, counter);
            context.addAccumulator(name(kind), counter);
        }
        context.addAccumulator(SignInCounts.SEEN, signIns);
        context.addAccumulator(SignInCounts.DECIDED, decided);
        context.addAccumulator(SignInCounts.REFUSED, refused);
        undecidedMetric = context.getMetricGroup().counter("undecidedSignIns");
    }

    /** The accumulator of a kind: {@code events-access}, … */
    public static String name(EventKind kind) {
        return "events-" + kind.name().toLowerCase(Locale.ROOT);
    }

    void count(PumaEvent event) {
        Objects.requireNonNull(counters.get(event.kind())).add(1L);
        Access access = event.access();
        if (access == null || access.auth() == AuthOutcome.NONE) {
            return;
        }
        signIns.add(1L);
        if (access.auth() == AuthOutcome.ATTEMPT) {
            undecidedMetric.inc();
        } else {
            decided.add(1L);
            refused.add(access.auth() == AuthOutcome.FAILURE ? 1L : 0L);
        }
    }
}
