package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;

/**
 * Runs {@link SlidingCorrelator} over the sums of a key, in event-time order.
 *
 * <p>Keyed by {@link SignalSum#key()}. Sums wait until the watermark has passed their second
 * (joined on arrival: one a rule and distinct field, however many parts come) and are then
 * correlated at once; findings carry the time second + 999 ms, which is never late downstream. A
 * sum whose second the watermark has passed is counted in the metric {@code lateSums} and dropped.
 * State per key: the waiting seconds and one {@link CorrelatorState}; both are empty again once the
 * longest timespan has passed without data. The clean-up timer is set again only if data came
 * since. Which rules correlate a second is said by {@link RuledFunction}.
 */
final class CorrelateFunction extends RuledFunction<Correlators, SignalSum, Finding> {
    private static final long serialVersionUID = 1L;
    private static final long LAST_MILLI_OF_SECOND = 999;

    private final ArrayList<RuleSource> rules;
    private final CorrelationPlan submitted;

    private transient MapState<Long, List<SignalSum>> waiting;
    private transient ValueState<CorrelatorState> remembered;
    private transient Counter late;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    CorrelateFunction(List<RuleSource> rules, CorrelationPlan submitted) {
        this.rules = new ArrayList<>(rules);
        this.submitted = submitted;
    }

    @Override
    public void open(OpenContext context) {
        follow(
                new RuleVersions<>(
                        rules,
                        new Correlators(submitted),
                        changed -> new Correlators(CorrelationPlan.of(RuleLoader.load(changed)))));
        waiting =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "waiting-sums",
                                        Types.LONG,
                                        Types.LIST(TypeInformation.of(SignalSum.class))));
        remembered =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "correlator", TypeInformation.of(CorrelatorState.class)));
        late = getRuntimeContext().getMetricGroup().counter("lateSums");
    }

    @Override
    public void processElement(SignalSum sum, ReadOnlyContext context, Collector<Finding> out)
            throws Exception {
        long due = sum.secondMillis() + LAST_MILLI_OF_SECOND;
        if (due <= context.timerService().currentWatermark()) {
            late.inc();
            return;
        }
        List<SignalSum> sums = waiting.get(sum.secondMillis());
        waiting.put(sum.secondMillis(), SumMerge.add(sums == null ? List.of() : sums, sum));
        if (sums == null) {
            context.timerService().registerEventTimeTimer(due);
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Finding> out)
            throws Exception {
        long second = timestamp - LAST_MILLI_OF_SECOND;
        List<SignalSum> sums = waiting.get(second);
        CorrelatorState state =
                Objects.requireNonNullElseGet(remembered.value(), CorrelatorState::new);
        if (sums != null) {
            waiting.remove(second);
        }
        if (sums != null || state.dueMillis == second) {
            rulesAt(second, context)
                    .of(SignalSum.groupByOf(context.getCurrentKey()))
                    .advance(state, second, sums == null ? List.of() : sums, out::collect);
        }
        keep(state, timestamp, context);
    }

    /** Sums that were late, since the start of this subtask. */
    long lateSums() {
        return late.getCount();
    }

    /** Stores the state, or clears it when nothing in it matters any more. */
    private void keep(CorrelatorState state, long timestamp, OnTimerContext context)
            throws Exception {
        if (state.isEmpty() || state.expiresAtMillis <= timestamp) {
            remembered.clear();
            return;
        }
        if (state.cleanUpAtMillis <= timestamp) {
            state.cleanUpAtMillis = state.expiresAtMillis;
            context.timerService().registerEventTimeTimer(state.cleanUpAtMillis);
        }
        if (state.dueMillis > timestamp) {
            context.timerService().registerEventTimeTimer(state.dueMillis + LAST_MILLI_OF_SECOND);
        }
        remembered.update(state);
    }
}
