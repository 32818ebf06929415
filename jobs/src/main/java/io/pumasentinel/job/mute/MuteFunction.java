package io.pumasentinel.job.mute;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.alert.DueFindings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Keyed by service: lets findings pass but those within the stated time after a restart.
 *
 * <p>Both inputs wait for the watermark and are taken in the order of event time, so that a replay
 * mutes alike; a restart that comes later than the watermark mutes nothing and is counted. State of
 * a key: findings and restarts of at most the watermark's delay, and one time; gone two muted times
 * after the last restart.
 */
final class MuteFunction extends KeyedCoProcessFunction<String, Finding, PumaEvent, Finding> {
    private static final long serialVersionUID = 1L;

    private final long muteMillis;
    private transient ListState<Finding> findings;
    private transient ListState<Long> restarts;
    private transient ValueState<Deployments> deployments;
    private transient Counter muted;
    private transient Counter late;

    /**
     * @param muteMillis how long after a restart nothing passes; 0: all passes
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    MuteFunction(long muteMillis) {
        this.muteMillis = muteMillis;
    }

    @Override
    public void open(OpenContext context) {
        findings =
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("findings", Finding.class));
        restarts =
                getRuntimeContext().getListState(new ListStateDescriptor<>("restarts", Types.LONG));
        deployments =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("deployments", Deployments.class));
        muted = getRuntimeContext().getMetricGroup().counter("mutedFindings");
        late = getRuntimeContext().getMetricGroup().counter("lateRestarts");
    }

    @Override
    public void processElement1(Finding finding, Context context, Collector<Finding> out)
            throws Exception {
        findings.add(finding);
        context.timerService().registerEventTimeTimer(DueFindings.dueMillis(finding));
    }

    @Override
    public void processElement2(PumaEvent restart, Context context, Collector<Finding> out)
            throws Exception {
        if (restart.timestampMillis() <= context.timerService().currentWatermark()) {
            late.inc();
            return;
        }
        restarts.add(restart.timestampMillis());
        context.timerService().registerEventTimeTimer(restart.timestampMillis());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Finding> out)
            throws Exception {
        Deployments known = deployments.value();
        Deployments now = known == null ? new Deployments() : known;
        for (long restart : takeRestarts(timestamp)) {
            now.restarted(restart, muteMillis);
        }
        for (Finding finding : DueFindings.take(findings, timestamp)) {
            if (now.mutes(finding.timestampMillis(), muteMillis)) {
                muted.inc();
            } else {
                out.collect(finding);
            }
        }
        if (now.isOver(timestamp, muteMillis)) {
            deployments.clear();
        } else {
            deployments.update(now);
            context.timerService().registerEventTimeTimer(now.overMillis(muteMillis));
        }
    }

    private List<Long> takeRestarts(long timestamp) throws Exception {
        List<Long> due = new ArrayList<>();
        List<Long> later = new ArrayList<>();
        for (Long restart : restarts.get()) {
            (restart <= timestamp ? due : later).add(restart);
        }
        restarts.update(later);
        due.sort(Comparator.naturalOrder());
        return due;
    }
}
