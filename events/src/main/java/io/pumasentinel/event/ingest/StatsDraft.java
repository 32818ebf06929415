package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;

/** What one poll of {@code /stats} says, of the server and of each worker. */
final class StatsDraft {

    private static final String WORKER = "stats.worker_status";
    private static final String LAST_STATUS = "stats.worker_status.last_status.";

    /** Field of an envelope around Prometheus's text exposition. */
    static final String PROMETHEUS = "prometheus";

    private static final int MOST_WORKERS = 1024;

    /** Whether the line is a poll at all. */
    boolean seen;

    String mode = "";
    int pid = -1;

    private WorkerDraft single = new WorkerDraft();
    private final List<WorkerDraft> workers = new ArrayList<>(2);
    private boolean cluster;
    private int workerCount = -1;
    private int booted = -1;
    private int old = -1;

    void open(String path) {
        if (path.equals("stats")) {
            seen = true;
        } else if (path.equals(WORKER)) {
            cluster = true;
            if (workers.size() < MOST_WORKERS) {
                workers.add(new WorkerDraft());
            }
        }
    }

    void value(String path, JsonCursor json) {
        if (path.equals(PROMETHEUS)) {
            polled(PolledMetrics.of(json.text()));
            return;
        }
        if (path.startsWith(LAST_STATUS) && !workers.isEmpty()) {
            last().number(path.substring(LAST_STATUS.length()), json);
            return;
        }
        if (path.startsWith(WORKER + ".") && !workers.isEmpty()) {
            last().field(path.substring(WORKER.length() + 1), json);
            return;
        }
        switch (path) {
            case "stats.workers" -> workerCount = WorkerDraft.count(json);
            case "stats.booted_workers" -> booted = WorkerDraft.count(json);
            case "stats.old_workers" -> old = WorkerDraft.count(json);
            default -> single.number(path.substring("stats.".length()), json);
        }
    }

    /** Whether the line is a poll's body without envelope: keys that only Puma has together. */
    boolean bare() {
        return single.pool() || (cluster && workerCount >= 0 && booted >= 0);
    }

    /** One sample a worker that reported; a lifecycle line if none did. */
    List<PumaEvent> events(Origin origin, long pollMillis) {
        boolean many = cluster || workerCount >= 0 || mode.equals("cluster");
        List<PumaEvent> events = new ArrayList<>(Math.max(1, workers.size()));
        if (many) {
            for (WorkerDraft worker : workers) {
                if (worker.reported) {
                    events.add(sample(worker, origin, pollMillis));
                }
            }
        } else if (single.reported) {
            single.index = 0;
            single.pid = pid;
            single.phase = 0;
            workerCount = 1;
            booted = 1;
            old = 0;
            events.add(sample(single, origin, pollMillis));
        }
        return events.isEmpty() ? List.of(silent(origin, pollMillis)) : events;
    }

    /** The numbers of an exposition stand for a poll's. */
    private void polled(PolledMetrics metrics) {
        seen = true;
        workers.addAll(metrics.workers);
        cluster = !workers.isEmpty();
        single = cluster ? single : metrics.total;
        workerCount = cluster ? metrics.workerCount : -1;
        booted = metrics.booted;
        old = metrics.old;
    }

    private PumaEvent sample(WorkerDraft worker, Origin origin, long pollMillis) {
        boolean own = worker != single && worker.lastCheckinMillis != LogTime.NONE;
        long checkin = own ? worker.lastCheckinMillis : pollMillis;
        String name = worker == single ? "single" : "cluster";
        return PumaEvent.of(
                origin,
                checkin,
                worker.sample(name, checkin, new int[] {workerCount, booted, old}));
    }

    private PumaEvent silent(Origin origin, long pollMillis) {
        String message =
                "stats without numbers of a worker (%d workers, %d booted)"
                        .formatted(Math.max(workerCount, workers.size()), booted);
        return PumaEvent.of(origin, pollMillis, new Lifecycle("info", -1, pid, message));
    }

    private WorkerDraft last() {
        return workers.get(workers.size() - 1);
    }
}
