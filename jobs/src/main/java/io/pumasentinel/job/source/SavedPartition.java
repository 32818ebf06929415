package io.pumasentinel.job.source;

import java.util.List;

/**
 * What {@link PartitionMemory} remembers, as Flink keeps it.
 *
 * @param source the source part of the positions: {@code topic-partition} or a path
 * @param lastIndex index of the last position seen: of two memories of one source the one that has
 *     seen more counts
 * @param lastMillis the last time believed; {@link io.pumasentinel.event.PumaEvent#NO_TIME} for
 *     none
 * @param services the endpoints that have answered, in the order in which they did
 */
public record SavedPartition(
        String source, long lastIndex, long lastMillis, List<KnownEndpoints> services) {

    /**
     * The endpoints of one service.
     *
     * @param service the service
     * @param endpoints templates, at most as many as the job allows
     */
    public record KnownEndpoints(String service, List<String> endpoints) {}
}
