package io.pumasentinel.cep;

import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Finding;
import io.pumasentinel.event.MetricScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one counting correlation remembers of one key. State: written by Flink's POJO serialiser,
 * hence the public fields.
 */
public final class CountState {
    /** The events of the window, as many as the threshold needs. */
    public EventRing events = new EventRing();

    /** The distinct values of the window; empty if events are counted. */
    public RecentValues values = new RecentValues();

    /** The numbers of the window; null unless they are added up. */
    public @Nullable AmountRing amounts;

    /** The newest second with events. */
    public long newestMillis;

    /** Whether the condition held at the newest second. */
    public boolean holding;

    /** Events that count and are in no finding yet. */
    public long unreported;

    /** The second of the first of them. */
    public long firstUnreportedMillis;

    /** Events up to this second are in a finding. */
    public long reportedThroughMillis = Long.MIN_VALUE;

    /** Samples of unreported events, oldest first. */
    public List<Evidence> evidence = List.of();

    /** Addresses of unreported events. */
    public List<String> addresses = List.of();

    /** The latest endpoint. */
    public @Nullable String endpoint;

    /** The latest host. */
    public String host = "";

    /** The latest anomaly. */
    public @Nullable MetricScore metric;

    /** What holds unless the count exceeds the bounds until {@link #dueMillis}; null if nothing. */
    public @Nullable Finding pending;

    /** The last second in which a greater count can still undo what is pending. */
    public long dueMillis;

    /** The latest second at which the count exceeded the bounds. */
    public long exceededMillis = Long.MIN_VALUE;

    /** Nothing seen. */
    public CountState() {}

    /** Notes that everything so far is in a finding. */
    void reported(long secondMillis) {
        reportedThroughMillis = secondMillis;
        unreported = 0;
        evidence = List.of();
        addresses = List.of();
    }
}
