package io.pumasentinel.job.decision;

import io.pumasentinel.event.Alert;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keyed by service and entity: alerts and what people decide about them, in the order of their
 * arrival, which for decisions is the only order there is.
 *
 * <p>State of a key: a {@link HandledIncident}, gone with the incident's end or, if the entity is
 * muted, at the event time until which it is. Decisions about alerts that are not open are counted
 * in {@code unmatchedDecisions}.
 */
final class DecideFunction extends KeyedCoProcessFunction<String, Alert, Decision, Alert> {
    private static final long serialVersionUID = 1L;

    private transient ValueState<HandledIncident> incident;
    private transient Counter unmatched;

    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    DecideFunction() {}

    @Override
    public void open(OpenContext context) {
        incident =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "handled-incident", HandledIncident.class));
        unmatched = getRuntimeContext().getMetricGroup().counter("unmatchedDecisions");
    }

    @Override
    public void processElement1(Alert alert, Context context, Collector<Alert> out)
            throws Exception {
        keep(IncidentDesk.onAlert(known(), alert), out);
    }

    @Override
    public void processElement2(Decision decision, Context context, Collector<Alert> out)
            throws Exception {
        IncidentDesk.Step step = IncidentDesk.onDecision(known(), decision);
        if (step.told() == null && decision.action() != Action.MUTE) {
            unmatched.inc();
        }
        if (decision.action() == Action.MUTE) {
            context.timerService().registerEventTimeTimer(decision.untilMillis());
        }
        keep(step, out);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        HandledIncident known = known();
        if (known.mutedUntilMillis() <= timestamp) {
            keep(new IncidentDesk.Step(known.unmuted(), null), out);
        }
    }

    private HandledIncident known() throws Exception {
        return Objects.requireNonNullElse(incident.value(), HandledIncident.NONE);
    }

    private void keep(IncidentDesk.Step step, Collector<Alert> out) throws Exception {
        if (step.told() != null) {
            out.collect(step.told());
        }
        if (step.incident().isEmpty()) {
            incident.clear();
        } else {
            incident.update(step.incident());
        }
    }
}
