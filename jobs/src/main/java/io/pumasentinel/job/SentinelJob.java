package io.pumasentinel.job;

import io.pumasentinel.cep.RuleFeed;
import io.pumasentinel.cep.RulePipeline;
import io.pumasentinel.cep.SignalSums;
import io.pumasentinel.cep.wire.WireTypes;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.job.alert.AssembleFunction;
import io.pumasentinel.job.decision.Decisions;
import io.pumasentinel.job.mute.Mute;
import io.pumasentinel.job.mute.MutedRules;
import io.pumasentinel.job.rollup.RollUpFunction;
import io.pumasentinel.job.rules.ChangingRules;
import io.pumasentinel.job.score.ScoreFunction;
import io.pumasentinel.job.score.ScoreKeys;
import io.pumasentinel.job.score.UnusualClients;
import io.pumasentinel.job.source.PlaceOperator;
import io.pumasentinel.job.watch.Watch;
import io.pumasentinel.sigma.InvalidRules;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * The whole job, from parsed lines to sinks, in the order of the flow.
 *
 * <pre>
 * lines ─ place ─► score + classify ─┬───────────────────────────────► events, windows
 *            └► dead letters         ├► clients, pulses ─► watch ┐
 *                                    └► sum ◄────────────────────┘ ─► correlate ─► …
 *                                         … sequences ─► assemble ─► roll up ─► alerts
 * </pre>
 *
 * <p>It receives its source and its sinks. Every operator's uid stands here, in {@link
 * UnusualClients}, {@link Watch}, {@link SignalSums}, {@link RulePipeline}, {@link ChangingRules}
 * or {@link Decisions}; a uid never changes without a decision record, because savepoints name it.
 */
public final class SentinelJob {
    private SentinelJob() {}

    /**
     * Adds the graph behind {@code lines}.
     *
     * @param lines what the source parsed, with watermarks
     * @param settings how to score, which rules, when incidents end
     * @param sinks where the results go
     * @throws InvalidRules if a rule is wrong; the command line has checked them before
     */
    public static void define(DataStream<PumaEvent> lines, JobSettings settings, JobSinks sinks)
            throws InvalidRules {
        RuleFeed rules = RuleFeed.fixed(settings.rules());
        define(lines, settings, new ChangingRules(rules, Optional.empty()), null, sinks);
    }

    /**
     * Adds the graph, with rules that may change and people who decide about alerts.
     *
     * @param changing {@code settings.rules()} and their changes
     * @param decisions what people decide; null if nobody can
     * @throws InvalidRules if a rule is wrong; the command line has checked them before
     */
    public static void define(
            DataStream<PumaEvent> lines,
            JobSettings settings,
            ChangingRules changing,
            @Nullable Decisions decisions,
            JobSinks sinks)
            throws InvalidRules {
        RuleFeed rules = changing.feed();
        SingleOutputStreamOperator<PumaEvent> placed =
                lines.transform(
                                "place",
                                WireTypes.events(),
                                new PlaceOperator(settings.maxEndpoints(), settings.auth()))
                        .uid("place");

        SingleOutputStreamOperator<PumaEvent> scored =
                rules.process(
                                placed.keyBy(ScoreKeys::of, Types.STRING),
                                new ScoreFunction(settings.judging(), settings.rules()),
                                WireTypes.events())
                        .name("score")
                        .uid("score");
        DataStream<EndpointWindow> windows = scored.getSideOutput(ScoreFunction.WINDOWS);

        DataStream<ClientWindow> clients = UnusualClients.of(scored, settings.baseline());

        DataStream<SignalSum> sums =
                SignalSums.ofEvents(scored, rules)
                        .union(
                                SignalSums.ofWindows(windows, rules),
                                SignalSums.ofClients(clients, rules),
                                SignalSums.ofUnparsed(
                                        placed.getSideOutput(PlaceOperator.UNPARSED), rules),
                                SignalSums.ofNotices(Watch.of(scored, settings.live()), rules));

        DataStream<Finding> findings = RulePipeline.attach(sums, rules);

        DataStream<Finding> admitted =
                findings.filter(settings.alerts()::admits)
                        .name("admitted findings")
                        .uid("admitted-findings");
        DataStream<Finding> muted =
                Mute.afterRestarts(
                        admitted,
                        scored,
                        MutedRules.of(settings.rules()),
                        settings.alerts().deployMuteMillis());
        DataStream<Alert> incidents =
                rules.process(
                                muted.keyBy(AssembleFunction::keyOf, Types.STRING),
                                new AssembleFunction(settings.rules(), settings.alerts()),
                                TypeInformation.of(Alert.class))
                        .name("assemble")
                        .uid("assemble");
        DataStream<Alert> alerts =
                incidents
                        .keyBy(RollUpFunction::keyOf, Types.STRING)
                        .process(
                                new RollUpFunction(settings.alerts()),
                                TypeInformation.of(Alert.class))
                        .name("roll up")
                        .uid("roll-up");

        sinks.events(scored);
        sinks.windows(windows);
        sinks.findings(muted);
        sinks.alerts(decisions == null ? alerts : decisions.applyTo(alerts));
        DataStream<DeadLetter> letters = placed.getSideOutput(PlaceOperator.DEAD_LETTERS);
        DataStream<DeadLetter> all = changing.refusals().map(letters::union).orElse(letters);
        sinks.deadLetters(decisions == null ? all : all.union(decisions.refusals()));
    }
}
