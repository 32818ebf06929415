package io.pumasentinel.event.ingest;

import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.StatsSample;

/** What one worker says of its thread pool, while it is read. */
final class WorkerDraft {

    /** Whether any number of the thread pool was there. */
    boolean reported;

    int index = -1;
    int pid = -1;
    int phase = -1;
    long lastCheckinMillis = LogTime.NONE;

    private int backlog = -1;
    private int running = -1;
    private int poolCapacity = -1;
    private int busyThreads = -1;
    private int maxThreads = -1;
    private long requestsCount = -1;
    private int backlogMax = -1;
    private int reactorMax = -1;
    private int ioThreads = -1;
    private double cpuShare = Double.NaN;
    private long rssBytes = -1;

    /** A field of the worker's handle. */
    void field(String name, JsonCursor json) {
        switch (name) {
            case "index" -> index = count(json);
            case "pid" -> pid = count(json);
            case "phase" -> phase = count(json);
            case "last_checkin" -> lastCheckinMillis = LogTime.iso(json.text());
            default -> process(name, json);
        }
    }

    /** What the poller found out of the process: Puma itself does not tell. */
    private void process(String name, JsonCursor json) {
        switch (name) {
            case "process.cpu_pct" -> cpuShare = JsonNumbers.fraction(json);
            case "process.rss_bytes" -> rssBytes = JsonNumbers.whole(json, 0, Long.MAX_VALUE);
            default -> {}
        }
    }

    /** A number of the worker's thread pool. */
    void number(String name, JsonCursor json) {
        switch (name) {
            case "backlog" -> backlog = reported(json);
            case "running" -> running = reported(json);
            case "pool_capacity" -> poolCapacity = reported(json);
            case "busy_threads" -> busyThreads = reported(json);
            case "max_threads" -> maxThreads = reported(json);
            case "requests_count" -> {
                requestsCount = JsonNumbers.whole(json, 0, Long.MAX_VALUE);
                reported = true;
            }
            case "backlog_max" -> backlogMax = reported(json);
            case "reactor_max" -> reactorMax = reported(json);
            case "io_threads" -> ioThreads = reported(json);
            default -> process(name, json);
        }
    }

    /** A number of the worker's thread pool that no JSON told; -1 for an impossible one. */
    void count(String name, long value) {
        int small = value > Integer.MAX_VALUE ? -1 : (int) value;
        boolean known = true;
        switch (name) {
            case "backlog" -> backlog = small;
            case "running" -> running = small;
            case "pool_capacity" -> poolCapacity = small;
            case "busy_threads" -> busyThreads = small;
            case "max_threads" -> maxThreads = small;
            case "requests_count" -> requestsCount = value;
            case "backlog_max" -> backlogMax = small;
            case "reactor_max" -> reactorMax = small;
            case "io_threads" -> ioThreads = small;
            default -> known = false;
        }
        reported |= known;
    }

    /**
     * @param server workers, booted workers and old workers of the server
     */
    StatsSample sample(String mode, long checkinMillis, int[] server) {
        return new StatsSample(
                mode,
                index,
                pid,
                checkinMillis,
                phase,
                backlog,
                running,
                poolCapacity,
                busy(),
                maxThreads,
                requestsCount,
                backlogMax,
                reactorMax,
                server[0],
                server[1],
                server[2],
                cpuShare,
                rssBytes,
                ioThreads,
                Double.NaN,
                null);
    }

    /** A sample of the garbage collector, which says nothing of a thread pool. */
    static StatsSample collector(String mode, int pid, long millis, GcStats gc) {
        return new StatsSample(
                mode,
                -1,
                pid,
                millis,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                -1,
                Double.NaN,
                -1,
                -1,
                Double.NaN,
                gc);
    }

    /** Whether the numbers are there that every version of Puma has. */
    boolean pool() {
        return backlog >= 0 && running >= 0 && poolCapacity >= 0 && maxThreads >= 0;
    }

    static int count(JsonCursor json) {
        return (int) JsonNumbers.whole(json, 0, Integer.MAX_VALUE);
    }

    /** Puma before 6.6 does not report it. */
    private int busy() {
        boolean known = maxThreads >= 0 && poolCapacity >= 0 && backlog >= 0;
        return busyThreads >= 0 || !known ? busyThreads : maxThreads - poolCapacity + backlog;
    }

    private int reported(JsonCursor json) {
        reported = true;
        return count(json);
    }
}
