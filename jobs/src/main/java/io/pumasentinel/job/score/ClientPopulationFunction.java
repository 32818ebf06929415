package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.event.ClientWindow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Judges the clients of a service by all clients of its earlier windows, then learns the window.
 *
 * <p>Keyed by service; receives at most 32 records a window and service, whatever the traffic. The
 * state is forgotten {@value ScoreFunction#FORGET_MILLIS} ms after the last window.
 */
public final class ClientPopulationFunction
        extends KeyedProcessFunction<String, ClientGroup, ClientWindow> {
    private static final long serialVersionUID = 1L;

    private final BaselineSettings settings;
    private transient ValueState<PopulationState> population;
    private transient MapState<Long, ClientGroup> open;

    /**
     * @param settings how to learn and judge
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    public ClientPopulationFunction(BaselineSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        population =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("population", PopulationState.class));
        open =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "open-groups", Long.class, ClientGroup.class));
    }

    @Override
    public void processElement(ClientGroup group, Context context, Collector<ClientWindow> out)
            throws Exception {
        ClientGroup known = open.get(group.startMillis());
        open.put(group.startMillis(), known == null ? group : ClientGroups.join(known, group));
        if (known == null) {
            context.timerService().registerEventTimeTimer(lastMillis(group.startMillis()));
        }
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ClientWindow> out)
            throws Exception {
        long start = timestamp + 1 - settings.windowMillis();
        ClientGroup group = open.get(start);
        PopulationState state = population.value();
        if (group != null) {
            open.remove(start);
            state = state == null ? new PopulationState() : state;
            ClientGroups.judge(state.model, group, settings).forEach(out::collect);
            state.model.learn(group.tally(), settings);
            state.lastEndMillis = timestamp + 1;
            if (state.forgetTimerMillis == Long.MIN_VALUE) {
                forgetAt(timestamp + 1 + ScoreFunction.FORGET_MILLIS, state, context);
            }
            population.update(state);
        } else if (state != null && timestamp >= state.forgetTimerMillis) {
            long due = state.lastEndMillis + ScoreFunction.FORGET_MILLIS;
            if (due <= timestamp) {
                population.clear();
            } else {
                forgetAt(due, state, context);
                population.update(state);
            }
        }
    }

    private static void forgetAt(long millis, PopulationState state, OnTimerContext context) {
        state.forgetTimerMillis = millis;
        context.timerService().registerEventTimeTimer(millis);
    }

    private long lastMillis(long startMillis) {
        return startMillis + settings.windowMillis() - 1;
    }
}
