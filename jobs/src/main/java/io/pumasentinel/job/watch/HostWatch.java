package io.pumasentinel.job.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is remembered of one host, and what follows from it. Plain object for keyed state: 100 bytes
 * and 80 a worker.
 */
public class HostWatch {
    /** A replaced worker is told of once the others had this long to be replaced too. */
    static final long ALONE_MILLIS = 30_000;

    /** A line that announces it may be this much older than the first check-in after it. */
    private static final long ANNOUNCED_MILLIS = 40_000;

    static final long UNLOGGED_MILLIS = 120_000;
    static final long UNLOGGED_REQUESTS = 60;

    public String name = "";
    public List<WorkerWatch> workers = new ArrayList<>();

    /** Its samples. */
    public Rhythm samples = new Rhythm();

    /** End of the last window with access lines; {@link Long#MIN_VALUE} if there was none. */
    public long loggedMillis = Long.MIN_VALUE;

    /** Requests that its workers counted since then, and since when. */
    public long unlogged;

    public long unloggedSinceMillis = Long.MIN_VALUE;
    public boolean unloggedTold;

    /** The last line that announced the end of a worker, or of the server. */
    public long plannedMillis = Long.MIN_VALUE;

    public long farewellMillis = Long.MIN_VALUE;

    /** The worker with that index; known from now on. */
    WorkerWatch worker(int index) {
        for (WorkerWatch worker : workers) {
            if (worker.index == index) {
                return worker;
            }
        }
        WorkerWatch worker = new WorkerWatch();
        worker.index = index;
        workers.add(worker);
        return worker;
    }

    boolean knows(int index) {
        return workers.stream().anyMatch(worker -> worker.index == index);
    }

    void logged(long endMillis) {
        loggedMillis = Math.max(loggedMillis, endMillis);
        unlogged = 0;
        unloggedSinceMillis = endMillis;
        unloggedTold = false;
    }

    void sampled(Pulse pulse) {
        if (unloggedSinceMillis == Long.MIN_VALUE) {
            unloggedSinceMillis = pulse.endMillis();
        }
        unlogged += worker(pulse.worker()).take(pulse);
        if (pulse.workers() > 0) {
            workers.removeIf(worker -> worker.index >= pulse.workers());
        }
        samples.beat(pulse.endMillis());
    }

    /** Whether the host said that it ends and has said nothing since. */
    boolean saidFarewell() {
        return farewellMillis != Long.MIN_VALUE
                && farewellMillis >= samples.lastMillis - 2 * Pulse.WINDOW_MILLIS;
    }

    /** The last time that it said anything. */
    long lastMillis() {
        long lines = Math.max(loggedMillis, Math.max(plannedMillis, farewellMillis));
        return Math.max(samples.lastMillis, lines);
    }

    /** What its workers show against each other, after a window with its samples. */
    void compareWorkers(Consumer<Notice> out) {
        for (WorkerWatch worker : workers) {
            silent(worker, out);
        }
        List<WorkerWatch> decided =
                workers.stream()
                        .filter(worker -> worker.replacedMillis != Long.MIN_VALUE)
                        .filter(w -> samples.lastMillis >= w.replacedMillis + ALONE_MILLIS)
                        .toList();
        List<WorkerWatch> alone = decided.stream().filter(this::isAlone).toList();
        decided.forEach(worker -> worker.replacedMillis = Long.MIN_VALUE);
        alone.forEach(worker -> out.accept(replaced(worker)));
    }

    private void silent(WorkerWatch worker, Consumer<Notice> out) {
        if (worker.rhythm.dueMillis() > samples.lastMillis) {
            return;
        }
        worker.rhythm.settled = true;
        String message =
                "worker %d has not checked in for %s while others of the host have; usual: every %s"
                        .formatted(
                                worker.index,
                                Notice.seconds(samples.lastMillis - worker.rhythm.lastMillis),
                                Notice.seconds(Math.round(worker.rhythm.pauseMillis)));
        out.accept(new Notice(Notice.WORKER_SILENT, name, worker.index, worker.pid, message));
    }

    private boolean isAlone(WorkerWatch worker) {
        long at = worker.replacedMillis;
        boolean announced = plannedMillis <= at && plannedMillis >= at - ANNOUNCED_MILLIS;
        boolean ended = farewellMillis <= at && farewellMillis >= at - ANNOUNCED_MILLIS;
        return workers.size() > 1
                && !announced
                && !ended
                && workers.stream()
                        .noneMatch(
                                other ->
                                        other != worker
                                                && Math.abs(other.replacedMillis - at)
                                                        <= ALONE_MILLIS);
    }

    private Notice replaced(WorkerWatch worker) {
        String message =
                ("worker %d (process %d) was replaced by process %d, and no other worker with it:"
                                + " no restart, and no line says why")
                        .formatted(worker.index, worker.replacedPid, worker.replacingPid);
        return new Notice(Notice.WORKER_REPLACED, name, worker.index, worker.replacedPid, message);
    }
}
