package io.pumasentinel.job.rollup;

import io.pumasentinel.event.Alert;
import io.pumasentinel.job.AlertSettings;
import io.pumasentinel.job.alert.Waiting;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keyed by service and the rule that an incident began with: runs {@link RollUp} over the versions
 * of incidents, in event-time order, so that it does not matter which entity's arrived first.
 *
 * <p>State of a key: a {@link RolledUp}, and the versions that wait for the watermark; all of it is
 * gone when the incidents and the summary are closed.
 */
public final class RollUpFunction extends KeyedProcessFunction<String, Alert, Alert> {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Alert> ORDER =
            Comparator.comparingLong(Alert::firedMillis)
                    .thenComparing(Alert::id)
                    .thenComparingLong(Alert::version);

    private final AlertSettings settings;
    private transient RollUp rollUp;
    private transient ValueState<RolledUp> rolledUp;
    private transient ListState<WaitingAlert> waiting;

    /**
     * @param settings how many incidents are told by themselves, and the cooldown
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    public RollUpFunction(AlertSettings settings) {
        this.settings = settings;
    }

    /** The key under which incidents that began with the same meet. */
    public static String keyOf(Alert alert) {
        return alert.service()
                + '\u001e'
                + alert.parts().get(0).ruleId()
                + '\u001e'
                + alert.entity().type();
    }

    @Override
    public void open(OpenContext context) {
        rollUp = new RollUp(settings.rollUpAfter(), settings.cooldownMillis());
        rolledUp =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("rolled-up", RolledUp.class));
        waiting =
                getRuntimeContext()
                        .getListState(
                                new ListStateDescriptor<>("waiting-alerts", WaitingAlert.class));
    }

    @Override
    public void processElement(Alert alert, Context context, Collector<Alert> out)
            throws Exception {
        long millis = Objects.requireNonNullElse(context.timestamp(), alert.endMillis());
        waiting.add(new WaitingAlert(alert, millis));
        context.timerService().registerEventTimeTimer(millis);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        RolledUp state = Objects.requireNonNullElseGet(rolledUp.value(), RolledUp::new);
        for (Alert alert : takeDue(timestamp)) {
            rollUp.take(state, alert, timestamp, out::collect);
        }
        boolean ended =
                context.timerService().currentWatermark() == Long.MAX_VALUE
                        && !waiting.get().iterator().hasNext();
        rollUp.advance(state, timestamp, ended, out::collect);
        long due = rollUp.dueMillis(state);
        if (state.isEmpty() || ended) {
            rolledUp.clear();
            return;
        }
        if (due != Long.MAX_VALUE) {
            context.timerService().registerEventTimeTimer(Math.max(due, timestamp + 1));
        }
        rolledUp.update(state);
    }

    private List<Alert> takeDue(long timestamp) throws Exception {
        List<WaitingAlert> due = Waiting.takeDue(waiting, WaitingAlert::millis, timestamp);
        return due.stream().map(WaitingAlert::alert).sorted(ORDER).toList();
    }
}
