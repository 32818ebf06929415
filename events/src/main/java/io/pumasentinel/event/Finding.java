package io.pumasentinel.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule held for an entity: a single-event rule matched, a correlation reached its threshold, a
 * sequence completed.
 *
 * @param ruleId the rule that held
 * @param service the service
 * @param groupBy as {@link SignalSum#groupBy()}
 * @param groupKey as {@link SignalSum#groupKey()}
 * @param entity what the finding is about
 * @param firstMillis event time of the first event that counts, to the second
 * @param timestampMillis event time at which the rule held, to the second
 * @param count events that count and were not in an earlier finding of this rule and entity
 * @param position position of the event that made the rule hold: order inside the second
 * @param endpoint an endpoint concerned; null if none
 * @param host a host concerned; empty if none
 * @param addresses client addresses concerned, distinct, at most 10
 * @param metric the anomaly behind it; null if none
 * @param evidence samples, oldest first, at most 10
 * @param alerting whether it goes to the alerts; false for steps that only feed sequences
 * @param milestone whether it may be a step of a sequence (at most one a rule, entity and minute)
 * @param opening whether, of a sequence, it may be the first step only: it held before its place in
 *     the order of the milestones
 */
public record Finding(
        String ruleId,
        String service,
        String groupBy,
        String groupKey,
        Entity entity,
        long firstMillis,
        long timestampMillis,
        long count,
        Position position,
        @Nullable String endpoint,
        String host,
        List<String> addresses,
        @Nullable MetricScore metric,
        List<Evidence> evidence,
        boolean alerting,
        boolean milestone,
        boolean opening) {

    /** The same finding, held at another second. */
    public Finding at(long secondMillis) {
        return with(secondMillis, milestone, opening);
    }

    /** The same finding as a step of sequences. */
    public Finding asMilestone() {
        return with(timestampMillis, true, false);
    }

    /** The same finding as a first step that is handed on only when a second one comes. */
    public Finding asOpening() {
        return with(timestampMillis, true, true);
    }

    private Finding with(long heldMillis, boolean isMilestone, boolean isOpening) {
        return new Finding(
                ruleId,
                service,
                groupBy,
                groupKey,
                entity,
                firstMillis,
                heldMillis,
                count,
                position,
                endpoint,
                host,
                addresses,
                metric,
                evidence,
                alerting,
                isMilestone,
                isOpening);
    }

    /** The key by which the steps of one sequence meet; as {@link SignalSum#key()}. */
    public String key() {
        return service + '\u001e' + groupBy + '\u001e' + groupKey;
    }
}
