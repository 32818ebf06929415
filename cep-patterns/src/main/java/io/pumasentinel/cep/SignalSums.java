package io.pumasentinel.cep;

import io.pumasentinel.cep.wire.WireTypes;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Sums what single-event rules matched, per rule, group and event second, before the shuffle.
 *
 * <p>To be attached directly to the operator that scores and classifies (no exchange in between):
 * both then run in one chain.
 */
public final class SignalSums {
    private SignalSums() {}

    /**
     * Sums the matches that classified events carry in {@link PumaEvent#ruleIds()}. Operator:
     * {@code sum-event-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofEvents(
            DataStream<PumaEvent> events, List<RuleSource> rules) throws InvalidRules {
        SummingPlan plan = SummingPlan.of(RuleLoader.load(rules));
        return events.transform(
                        "sum event signals",
                        WireTypes.sums(),
                        new SignalSumOperator<>(plan, new EventMatches(rules)))
                .uid("sum-event-signals");
    }

    /**
     * Classifies windows and sums their matches. Operator: {@code sum-window-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofWindows(
            DataStream<EndpointWindow> windows, List<RuleSource> rules) throws InvalidRules {
        SummingPlan plan = SummingPlan.of(RuleLoader.load(rules));
        return windows.transform(
                        "sum window signals",
                        WireTypes.sums(),
                        new SignalSumOperator<>(plan, new WindowMatches(rules)))
                .uid("sum-window-signals");
    }

    /**
     * Classifies clients that stand out and sums their matches. Operator: {@code
     * sum-client-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofClients(
            DataStream<ClientWindow> clients, List<RuleSource> rules) throws InvalidRules {
        SummingPlan plan = SummingPlan.of(RuleLoader.load(rules));
        return clients.transform(
                        "sum client signals",
                        WireTypes.sums(),
                        new SignalSumOperator<>(plan, new ClientMatches(rules)))
                .uid("sum-client-signals");
    }

    /**
     * Classifies lines that nobody understood and sums their matches. Operator: {@code
     * sum-unparsed-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofUnparsed(
            DataStream<PumaEvent> lines, List<RuleSource> rules) throws InvalidRules {
        SummingPlan plan = SummingPlan.of(RuleLoader.load(rules));
        return lines.transform(
                        "sum unparsed signals",
                        WireTypes.sums(),
                        new SignalSumOperator<>(plan, new UnclassifiedMatches(rules)))
                .uid("sum-unparsed-signals");
    }

    /**
     * Classifies what the job itself noticed and sums its matches. Operator: {@code
     * sum-notice-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofNotices(
            DataStream<PumaEvent> notices, List<RuleSource> rules) throws InvalidRules {
        SummingPlan plan = SummingPlan.of(RuleLoader.load(rules));
        return notices.transform(
                        "sum notice signals",
                        WireTypes.sums(),
                        new SignalSumOperator<>(plan, new UnclassifiedMatches(rules)))
                .uid("sum-notice-signals");
    }
}
