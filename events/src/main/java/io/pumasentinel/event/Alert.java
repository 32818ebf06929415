package io.pumasentinel.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident of one entity, as it stands after {@code version} changes.
 *
 * @param id hash of service, entity and the incident's first event second: the same after a replay
 * @param version counts the incident's changes, from 1; the document's external version
 * @param status where it is in its life
 * @param service the service
 * @param entity whom or what it is about
 * @param ruleId the worst part's rule
 * @param ruleName the worst part's title
 * @param description what the worst part's rule looks for
 * @param category the worst part's rule family, such as {@code credential-access}
 * @param level the worst part's level
 * @param techniques ATT&amp;CK techniques of all parts, distinct
 * @param firedMillis event time at which it was first raised
 * @param startMillis event time of its first event
 * @param endMillis event time of its last event
 * @param count the largest count of its parts: parts may count the same events
 * @param endpoint an endpoint concerned; null if none
 * @param host a host concerned; empty if none
 * @param addresses client addresses concerned, at most 10
 * @param metric the anomaly behind the worst part; null if none
 * @param parts the rules' shares in order of their first event
 * @param evidence samples, oldest first, at most 10
 * @param explanation what was seen and what was expected, in one sentence or two
 * @param transition whether this version changed the status, the level or the parts; false where
 *     only counts and times moved
 * @param handling what a person last decided about it; null if nothing
 */
public record Alert(
        String id,
        long version,
        AlertStatus status,
        String service,
        Entity entity,
        String ruleId,
        String ruleName,
        String description,
        String category,
        Level level,
        List<Technique> techniques,
        long firedMillis,
        long startMillis,
        long endMillis,
        long count,
        @Nullable String endpoint,
        String host,
        List<String> addresses,
        @Nullable MetricScore metric,
        List<AlertPart> parts,
        List<Evidence> evidence,
        String explanation,
        boolean transition,
        @Nullable AlertHandling handling) {

    /** The same incident as it is told next. */
    public Alert told(
            long newVersion,
            AlertStatus newStatus,
            boolean isTransition,
            @Nullable AlertHandling newHandling) {
        return new Alert(
                id,
                newVersion,
                newStatus,
                service,
                entity,
                ruleId,
                ruleName,
                description,
                category,
                level,
                techniques,
                firedMillis,
                startMillis,
                endMillis,
                count,
                endpoint,
                host,
                addresses,
                metric,
                parts,
                evidence,
                explanation,
                isTransition,
                newHandling);
    }
}
