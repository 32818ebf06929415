package io.pumasentinel.job.source;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.FailedRequests;
import io.pumasentinel.event.ingest.LineContext;
import io.pumasentinel.event.ingest.LineJoin;
import io.pumasentinel.event.ingest.RailsRequests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one file or partition remembers from line to line: the last time, which endpoints exist, and
 * what further lines may belong to.
 *
 * <p>An endpoint exists from its first 2xx or 3xx answer on; before that, requests to it count as
 * {@link RoutedEndpoint#UNMATCHED}, so that a scan of a million paths makes one key and not a
 * million. A service has a bounded number of endpoints; those that come later share {@link
 * RoutedEndpoint#OTHER}. Every partition learns by itself: what it says depends on its own lines
 * alone, in their order, and is the same after a restart.
 *
 * <p>Size: some 60 bytes and the template's text for each endpoint.
 */
final class PartitionMemory {

    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;

    private final String source;
    private final int maxEndpoints;
    private final LineContext times;
    private final LineJoin entries;
    private final RailsRequests requests;
    private final FailedRequests failures;
    private final Map<String, Set<String>> endpoints = new LinkedHashMap<>();
    private long lastIndex;
    private long lineIndex;

    /** An empty memory of that source, for at most that many endpoints a service. */
    PartitionMemory(String source, int maxEndpoints, AuthSettings auth) {
        this(
                new SavedPartition(source, -1, PumaEvent.NO_TIME, List.of(), null, null, null),
                maxEndpoints,
                auth);
    }

    /** Goes on from what was saved. */
    PartitionMemory(SavedPartition saved, int maxEndpoints, AuthSettings auth) {
        this.source = saved.source();
        this.maxEndpoints = maxEndpoints;
        this.times = new LineContext(true, saved.lastMillis());
        this.entries = new LineJoin(saved.entries() == null ? List.of() : saved.entries());
        this.requests =
                new RailsRequests(auth, saved.requests() == null ? List.of() : saved.requests());
        this.failures = new FailedRequests(saved.failures() == null ? List.of() : saved.failures());
        this.lastIndex = saved.lastIndex();
        this.lineIndex = lastIndex;
        for (SavedPartition.KnownEndpoints known : saved.services()) {
            endpoints.put(known.service(), new LinkedHashSet<>(known.endpoints()));
        }
    }

    /** Whether the event is the first of its line here. */
    boolean isNewLine(PumaEvent event) {
        return event.position().index() != lineIndex;
    }

    /** What follows at the event's place is of a line that was counted before. */
    void goesBackTo(PumaEvent event) {
        lineIndex = event.position().index();
    }

    /**
     * Takes an event and hands out what is complete by now, every event with a time and with the
     * endpoint under which it counts.
     *
     * @param streamMillis the stream's time at the event; also the time of an event that has none,
     *     if nothing was seen before it
     * @return whether the event became part of an earlier line's and will not come out by itself
     */
    boolean take(PumaEvent event, long streamMillis, LineJoin.Out out) {
        lineIndex = event.position().index();
        lastIndex = Math.max(lastIndex, lineIndex);
        PumaEvent placed = place(event, streamMillis);
        if (!requests.concerns(placed) && !failures.concerns(placed)) {
            return entries.offer(routed(placed), streamMillis, out);
        }
        boolean[] joined = new boolean[1];
        LineJoin.Out last = (next, millis) -> joined[0] |= entries.offer(routed(next), millis, out);
        if (!requests.concerns(placed)) {
            failures.offer(placed, streamMillis, last);
            return joined[0];
        }
        boolean told =
                requests.offer(placed, streamMillis, (next, millis) -> pair(next, millis, last));
        return told || joined[0];
    }

    private void pair(PumaEvent event, long streamMillis, LineJoin.Out last) {
        if (failures.concerns(event)) {
            failures.offer(event, streamMillis, last);
        } else {
            last.event(event, streamMillis);
        }
    }

    /** Hands out what the watermark is about to leave behind. */
    void passed(long watermarkMillis, LineJoin.Out out) {
        requests.passed(watermarkMillis, out);
        failures.passed(watermarkMillis, out);
        entries.passed(watermarkMillis, out);
    }

    SavedPartition saved() {
        var services = new ArrayList<SavedPartition.KnownEndpoints>(endpoints.size());
        endpoints.forEach(
                (service, known) ->
                        services.add(
                                new SavedPartition.KnownEndpoints(
                                        service, new ArrayList<>(known))));
        return new SavedPartition(
                source,
                lastIndex,
                times.lastMillis(),
                services,
                entries.saved(),
                requests.saved(),
                failures.saved());
    }

    /** A line that nobody understood takes a time but does not set one. */
    private PumaEvent place(PumaEvent event, long recordMillis) {
        boolean timed = event.timestampMillis() != PumaEvent.NO_TIME;
        return timed && event.kind() == EventKind.UNPARSED
                ? event
                : times.place(event, recordMillis);
    }

    private PumaEvent routed(PumaEvent event) {
        Access access = event.access();
        if (access == null) {
            return event;
        }
        String routed = route(event.service(), access);
        return routed.equals(access.endpoint())
                ? event
                : RoutedEndpoint.apply(event, access, routed);
    }

    private String route(String service, Access access) {
        Set<String> known = endpoints.get(service);
        if (known != null && known.contains(access.endpoint())) {
            return access.endpoint();
        }
        if (access.status() < OK || access.status() >= CLIENT_ERROR) {
            return RoutedEndpoint.UNMATCHED;
        }
        if (known == null) {
            known = new LinkedHashSet<>();
            endpoints.put(service, known);
        }
        if (known.size() >= maxEndpoints) {
            return RoutedEndpoint.OTHER;
        }
        known.add(access.endpoint());
        return access.endpoint();
    }
}
