package io.pumasentinel.event.ingest;

import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;

/** What one poll of {@code /gc-stats} says, in its envelope or as the bare body. */
final class GcDraft {

    /** Also the path of {@code time} at the top, where a bare body has it. */
    static final String TIME = "gc_stats.time";

    /** Whether the poll's envelope was there. */
    boolean enveloped;

    private long count = -1;
    private long timeMillis = -1;
    private long minor = -1;
    private long major = -1;
    private long live = -1;
    private long free = -1;
    private long old = -1;

    void value(String path, JsonCursor json) {
        long number = JsonNumbers.whole(json, 0, Long.MAX_VALUE);
        switch (path) {
            case "gc_stats.count" -> count = number;
            case TIME -> timeMillis = number;
            case "gc_stats.minor_gc_count" -> minor = number;
            case "gc_stats.major_gc_count" -> major = number;
            case "gc_stats.heap_live_slots" -> live = number;
            case "gc_stats.heap_free_slots" -> free = number;
            case "gc_stats.old_objects" -> old = number;
            default -> {}
        }
    }

    /** {@code time} is a number of milliseconds in a bare body, where others have a time. */
    void bareTime(JsonCursor json) {
        timeMillis = JsonNumbers.whole(json, 0, Long.MAX_VALUE);
    }

    /** Whether the line is a poll: a bare body is known by keys that only Ruby has together. */
    boolean seen() {
        return enveloped || (count >= 0 && minor >= 0 && major >= 0 && live >= 0);
    }

    /** The process that answered is the server's, not a worker's: its index is -1. */
    PumaEvent event(Origin origin, long millis, StatsDraft server) {
        var gc = new GcStats(count, timeMillis, minor, major, live, free, old);
        return PumaEvent.of(
                origin, millis, WorkerDraft.collector(server.mode, server.pid, millis, gc));
    }
}
