package io.pumasentinel.job.alert;

import io.pumasentinel.cep.RuleVersions;
import io.pumasentinel.cep.RuledFunction;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.Finding;
import io.pumasentinel.job.AlertSettings;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Keyed by service and entity: buffers findings to the watermark, orders them, and keeps the
 * entity's running incident.
 *
 * <p>State of a key: the incident (about 4 kB) and the findings of at most the watermark's delay;
 * all of it is gone one cooldown after the last finding.
 */
public final class AssembleFunction extends RuledFunction<IncidentKeeper, Finding, Alert> {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Finding> ORDER =
            Comparator.comparingLong(Finding::timestampMillis)
                    .thenComparing(Finding::position)
                    .thenComparing(Finding::ruleId);

    private final ArrayList<RuleSource> sources;
    private final AlertSettings settings;
    private transient ValueState<OpenIncident> incident;
    private transient ListState<Finding> pending;

    /**
     * @param sources the rules whose findings arrive
     * @param settings when incidents end and how much they show
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    public AssembleFunction(List<RuleSource> sources, AlertSettings settings) {
        this.sources = new ArrayList<>(sources);
        this.settings = settings;
    }

    /** The key under which the findings of one incident meet. */
    public static String keyOf(Finding finding) {
        return finding.entity().keyIn(finding.service());
    }

    @Override
    public void open(OpenContext context) throws Exception {
        RuleNames names = new RuleNames();
        follow(new RuleVersions<>(sources, keeper(names, sources), all -> keeper(names, all)));
        incident =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("incident", OpenIncident.class));
        pending =
                getRuntimeContext()
                        .getListState(new ListStateDescriptor<>("pending", Finding.class));
    }

    @Override
    public void processElement(Finding finding, ReadOnlyContext context, Collector<Alert> out)
            throws Exception {
        pending.add(finding);
        context.timerService().registerEventTimeTimer(DueFindings.dueMillis(finding));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
            throws Exception {
        @Nullable OpenIncident open = incident.value();
        boolean ended = context.timerService().currentWatermark() == Long.MAX_VALUE;
        IncidentKeeper.Step step =
                rulesAt(timestamp, context).advance(open, takeDue(timestamp), timestamp, ended);
        for (Alert alert : step.alerts()) {
            out.collect(alert);
        }
        for (long timerMillis : step.timers()) {
            context.timerService().registerEventTimeTimer(timerMillis);
        }
        if (step.incident() == null) {
            incident.clear();
        } else {
            incident.update(step.incident());
        }
    }

    private IncidentKeeper keeper(RuleNames names, List<RuleSource> rules) throws InvalidRules {
        return new IncidentKeeper(new Assembler(names.of(rules), settings));
    }

    private List<Finding> takeDue(long timestamp) throws Exception {
        List<Finding> due = DueFindings.take(pending, timestamp);
        due.sort(ORDER);
        return due;
    }
}
