package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.ClientCounts;
import io.pumasentinel.baseline.ClientTally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up what each client did within a window, and tells of a part of the clients together: how
 * they all behaved, and by themselves only those with enough requests to be judged.
 *
 * <p>Keyed by {@link ClientSum#group()}, so that a key lives for one window: when that closes its
 * state is gone, also that of a million addresses that came once. At most {@value #MOST_CLIENTS}
 * clients of a key are counted; the others' requests are in {@code uncountedClients}.
 */
public final class ClientGroupFunction
        extends KeyedProcessFunction<String, ClientSum, ClientGroup> {
    static final int MOST_CLIENTS = 4_096;

    private static final long serialVersionUID = 1L;

    private final BaselineSettings settings;
    private transient MapState<String, ClientCounts> clients;
    private transient ValueState<Integer> known;
    private transient Counter uncounted;

    /**
     * @param settings the window's length, and from how many requests on a client is judged
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    public ClientGroupFunction(BaselineSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open(OpenContext context) {
        clients =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "clients", String.class, ClientCounts.class));
        known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", Integer.class));
        uncounted = getRuntimeContext().getMetricGroup().counter("uncountedClients");
    }

    @Override
    public void processElement(ClientSum sum, Context context, Collector<ClientGroup> out)
            throws Exception {
        ClientCounts counts = clients.get(sum.address());
        if (counts == null) {
            Integer before = known.value();
            int others = before == null ? 0 : before;
            if (others >= MOST_CLIENTS) {
                uncounted.inc(sum.counts().count);
                return;
            }
            known.update(others + 1);
            if (others == 0) {
                context.timerService()
                        .registerEventTimeTimer(sum.startMillis() + settings.windowMillis() - 1);
            }
            counts = new ClientCounts();
        }
        counts.merge(sum.counts());
        clients.put(sum.address(), counts);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ClientGroup> out)
            throws Exception {
        // At the end of the input windows are partial: they neither teach nor raise.
        if (context.timerService().currentWatermark() < Long.MAX_VALUE) {
            String service = ScoreKeys.serviceOf(context.getCurrentKey());
            out.collect(group(service, timestamp + 1 - settings.windowMillis()));
        }
        clients.clear();
        known.clear();
    }

    private ClientGroup group(String service, long startMillis) throws Exception {
        ClientTally tally = new ClientTally();
        List<ClientSum> heavy = new ArrayList<>();
        for (Map.Entry<String, ClientCounts> client : clients.entries()) {
            tally.add(client.getValue());
            if (client.getValue().count >= settings.minimumVolume()) {
                heavy.add(new ClientSum(service, client.getKey(), startMillis, client.getValue()));
            }
        }
        return new ClientGroup(service, startMillis, tally, ClientGroups.heaviest(heavy));
    }
}
