package io.pumasentinel.job.source;

import io.pumasentinel.event.ingest.FailedRequest;
import io.pumasentinel.event.ingest.OpenEntry;
import io.pumasentinel.event.ingest.OpenRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link PartitionMemory} remembers, as Flink keeps it.
 *
 * @param source the source part of the positions: {@code topic-partition} or a path
 * @param lastIndex index of the last position seen: of two memories of one source the one that has
 *     seen more counts
 * @param lastMillis the last time believed; {@link io.pumasentinel.event.PumaEvent#NO_TIME} for
 *     none
 * @param services the endpoints that have answered, in the order in which they did
 * @param entries entries of the error output that may go on; null in states of releases before
 * @param requests Rails requests that may go on; null in states of releases before
 * @param failures errors of requests whose backtraces may follow; null in states of releases before
 */
public record SavedPartition(
        String source,
        long lastIndex,
        long lastMillis,
        List<KnownEndpoints> services,
        @Nullable List<OpenEntry> entries,
        @Nullable List<OpenRequest> requests,
        @Nullable List<FailedRequest> failures) {

    /**
     * The endpoints of one service.
     *
     * @param service the service
     * @param endpoints templates, at most as many as the job allows
     */
    public record KnownEndpoints(String service, List<String> endpoints) {}
}
