package io.pumasentinel.cep;

import io.pumasentinel.cep.wire.WireTypes;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.InvalidRules;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Sums what single-event rules matched, per rule, group and event second, before the shuffle.
 *
 * <p>To be attached directly to the operator that scores and classifies: both then run in one
 * chain, unless the rules may change, which needs a second input.
 */
public final class SignalSums {
    private SignalSums() {}

    /**
     * Sums the matches that classified events carry in {@link PumaEvent#ruleIds()}. Operator:
     * {@code sum-event-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofEvents(DataStream<PumaEvent> events, RuleFeed rules)
            throws InvalidRules {
        return sum(events, "sum-event-signals", rules, EventMatches::new);
    }

    /**
     * Classifies windows and sums their matches. Operator: {@code sum-window-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofWindows(
            DataStream<EndpointWindow> windows, RuleFeed rules) throws InvalidRules {
        return sum(windows, "sum-window-signals", rules, WindowMatches::new);
    }

    /**
     * Classifies clients that stand out and sums their matches. Operator: {@code
     * sum-client-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofClients(DataStream<ClientWindow> clients, RuleFeed rules)
            throws InvalidRules {
        return sum(clients, "sum-client-signals", rules, ClientMatches::new);
    }

    /**
     * Classifies lines that nobody understood and sums their matches. Operator: {@code
     * sum-unparsed-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofUnparsed(DataStream<PumaEvent> lines, RuleFeed rules)
            throws InvalidRules {
        return sum(lines, "sum-unparsed-signals", rules, UnclassifiedMatches::new);
    }

    /**
     * Classifies what the job itself noticed and sums its matches. Operator: {@code
     * sum-notice-signals}.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<SignalSum> ofNotices(DataStream<PumaEvent> notices, RuleFeed rules)
            throws InvalidRules {
        return sum(notices, "sum-notice-signals", rules, UnclassifiedMatches::new);
    }

    private static <T> DataStream<SignalSum> sum(
            DataStream<T> records, String uid, RuleFeed rules, Summing.Matching<T> matching)
            throws InvalidRules {
        Summing<T> submitted = Summing.of(rules.submitted(), matching);
        String name = uid.replace('-', ' ');
        DataStream<RuleVersion> changes = rules.changes().orElse(null);
        if (changes == null) {
            return records.transform(name, WireTypes.sums(), new SignalSumOperator<>(submitted))
                    .uid(uid);
        }
        return records.connect(changes)
                .transform(
                        name,
                        WireTypes.sums(),
                        new ChangingSumOperator<>(rules.submitted(), submitted, matching))
                .uid(uid);
    }
}
