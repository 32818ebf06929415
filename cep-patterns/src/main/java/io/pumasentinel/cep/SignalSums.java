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
        return sum(events, "sum-event-signals", rules, new EventMatches(rules));
    }

    /**
     * Classifies windows and sums their matches. Operator: {@code sum-window-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofWindows(
            DataStream<EndpointWindow> windows, List<RuleSource> rules) throws InvalidRules {
        return sum(windows, "sum-window-signals", rules, new WindowMatches(rules));
    }

    /**
     * Classifies clients that stand out and sums their matches. Operator: {@code
     * sum-client-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofClients(
            DataStream<ClientWindow> clients, List<RuleSource> rules) throws InvalidRules {
        return sum(clients, "sum-client-signals", rules, new ClientMatches(rules));
    }

    /**
     * Classifies lines that nobody understood and sums their matches. Operator: {@code
     * sum-unparsed-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofUnparsed(
            DataStream<PumaEvent> lines, List<RuleSource> rules) throws InvalidRules {
        return sum(lines, "sum-unparsed-signals", rules, new UnclassifiedMatches(rules));
    }

    /**
     * Classifies what the job itself noticed and sums its matches. Operator: {@code
     * sum-notice-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofNotices(
            DataStream<PumaEvent> notices, List<RuleSource> rules) throws InvalidRules {
        return sum(notices, "sum-notice-signals", rules, new UnclassifiedMatches(rules));
    }

    private static <T> DataStream<SignalSum> sum(
            DataStream<T> records, String uid, List<RuleSource> rules, SignalMatches<T> matches)
            throws InvalidRules {
        SummingPlan plan = SummingPlan.of(RuleLoader.load(rules));
        return records.transform(
                        uid.replace('-', ' '),
                        WireTypes.sums(),
                        new SignalSumOperator<>(plan, matches))
                .uid(uid);
    }
}
