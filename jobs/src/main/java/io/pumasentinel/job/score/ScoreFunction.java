package io.pumasentinel.job.score;

import io.pumasentinel.baseline.WorkerModel;
import io.pumasentinel.cep.Classification;
import io.pumasentinel.cep.Classifier;
import io.pumasentinel.cep.RuleVersions;
import io.pumasentinel.cep.RuledFunction;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Views;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Score and classify in one keyed operator: every event leaves with its score and the rules that it
 * matches, every window that closes leaves through {@link #WINDOWS}.
 *
 * <p>State of a key: an {@link EndpointState} for endpoints (its bytes: see {@link
 * io.pumasentinel.baseline.EndpointModel}), a check-in, a counter and a {@link WorkerModel} for
 * workers. Both are forgotten {@value #FORGET_MILLIS} ms after their last event. An event whose
 * window is closed is scored and passed on but not counted.
 */
public final class ScoreFunction extends RuledFunction<Classifier, PumaEvent, PumaEvent> {
    /** Closed windows. */
    public static final OutputTag<EndpointWindow> WINDOWS =
            new OutputTag<>("windows", TypeInformation.of(EndpointWindow.class));

    /** Fourteen days of event time. */
    static final long FORGET_MILLIS = 14L * 24 * 3600 * 1000;

    private static final long serialVersionUID = 1L;

    private final EndpointSettings settings;
    private final ArrayList<RuleSource> rules;
    private transient EndpointScorer scorer;
    private transient ValueState<EndpointState> endpoints;
    private transient ValueState<WorkerState> workers;
    private transient ValueState<WorkerModel> models;
    private transient EventCounts counts;
    private transient Counter late;
    private transient Counter repeats;

    /**
     * @param settings how the baselines learn
     * @param rules the rules to classify by at submission; they have been checked
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    public ScoreFunction(EndpointSettings settings, List<RuleSource> rules) {
        this.settings = settings;
        this.rules = new ArrayList<>(rules);
    }

    @Override
    public void open(OpenContext context) throws Exception {
        scorer = new EndpointScorer(settings);
        follow(
                new RuleVersions<>(
                        rules,
                        new Classifier(RuleLoader.load(rules)),
                        changed -> new Classifier(RuleLoader.load(changed))));
        endpoints =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("endpoint", EndpointState.class));
        workers =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("worker", WorkerState.class));
        models =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("worker-model", WorkerModel.class));
        counts = new EventCounts(getRuntimeContext());
        late = getRuntimeContext().getMetricGroup().counter("lateEvents");
        repeats = getRuntimeContext().getMetricGroup().counter("statsRepeats");
    }

    @Override
    public void processElement(PumaEvent event, ReadOnlyContext context, Collector<PumaEvent> out)
            throws Exception {
        Access access = event.access();
        StatsSample stats = event.stats();
        RequestScore score = null;
        PumaEvent rated = event;
        if (access != null) {
            score = count(event.timestampMillis(), access, context);
        } else if (stats != null) {
            WorkerState known = workers.value();
            if (known != null && known.repeats(stats)) {
                repeats.inc();
                return;
            }
            rated = event.with(scored(stats, known));
            remember(event.timestampMillis(), stats, known, context);
        }
        counts.count(event);
        Classifier classifier = rulesAt(event.timestampMillis(), context);
        out.collect(classified(classifier, rated, score));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PumaEvent> out)
            throws Exception {
        EndpointState state = endpoints.value();
        if (state != null) {
            long start = scorer.windowStart(timestamp);
            if (timestamp == scorer.windowEnd(start) - 1) {
                closeWindow(state, start, context);
            }
            forgetEndpoint(state, timestamp, context);
            return;
        }
        WorkerState worker = workers.value();
        if (worker != null && worker.forgetAtMillis() <= timestamp) {
            workers.clear();
            models.clear();
        }
    }

    private @Nullable RequestScore count(
            long timestampMillis, Access access, ReadOnlyContext context) throws Exception {
        EndpointState state = endpoints.value();
        if (state == null) {
            state = new EndpointState();
        }
        RequestScore score = scorer.score(state, timestampMillis, access);
        long start = scorer.windowStart(timestampMillis);
        long end = scorer.windowEnd(start);
        if (end - 1 <= context.timerService().currentWatermark()) {
            late.inc();
            return score;
        }
        if (scorer.count(state, start, access)) {
            context.timerService().registerEventTimeTimer(end - 1);
            if (state.forgetTimerMillis == Long.MIN_VALUE) {
                state.forgetTimerMillis = end + FORGET_MILLIS;
                context.timerService().registerEventTimeTimer(state.forgetTimerMillis);
            }
        }
        endpoints.update(state);
        return score;
    }

    private void closeWindow(EndpointState state, long startMillis, OnTimerContext context)
            throws Exception {
        String key = context.getCurrentKey();
        boolean partial = context.timerService().currentWatermark() == Long.MAX_VALUE;
        EndpointWindow window =
                scorer.close(
                        state,
                        ScoreKeys.serviceOf(key),
                        ScoreKeys.endpointOf(key),
                        startMillis,
                        partial);
        if (window != null) {
            endpoints.update(state);
            context.output(WINDOWS, window);
        }
    }

    private void forgetEndpoint(EndpointState state, long timestamp, OnTimerContext context)
            throws Exception {
        if (timestamp < state.forgetTimerMillis) {
            return;
        }
        long due = state.lastEndMillis + FORGET_MILLIS;
        if (due <= timestamp) {
            endpoints.clear();
            return;
        }
        state.forgetTimerMillis = due;
        context.timerService().registerEventTimeTimer(due);
        endpoints.update(state);
    }

    private void remember(
            long timestampMillis,
            StatsSample stats,
            @Nullable WorkerState known,
            ReadOnlyContext context)
            throws Exception {
        long forgetAt = timestampMillis + FORGET_MILLIS;
        if (known != null && known.forgetAtMillis() > timestampMillis + FORGET_MILLIS / 2) {
            forgetAt = known.forgetAtMillis();
        } else {
            context.timerService().registerEventTimeTimer(forgetAt);
        }
        workers.update(WorkerState.of(stats, forgetAt));
    }

    private StatsSample scored(StatsSample stats, @Nullable WorkerState known) throws Exception {
        double rate = known == null ? Double.NaN : known.rate(stats);
        if (stats.gc() != null) {
            return stats.scored(rate, List.of());
        }
        WorkerModel model = models.value();
        if (model == null) {
            model = new WorkerModel();
        }
        List<MetricScore> scores = WorkerScorer.score(model, stats, settings.usual());
        models.update(model);
        return stats.scored(rate, scores);
    }

    private static PumaEvent classified(
            Classifier classifier, PumaEvent event, @Nullable RequestScore score) {
        Classification found =
                event.stats() == null
                        ? classifier.classify(Views.of(event))
                        : classifier.classify(Views.all(event));
        if (score == null && found.isEmpty()) {
            return event;
        }
        return event.judged(score, found.signals(), found.ruleIds());
    }
}
