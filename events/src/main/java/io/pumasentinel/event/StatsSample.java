package io.pumasentinel.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one worker said of its thread pool. Absent numbers are -1.
 *
 * @param mode {@code single} or {@code cluster}
 * @param worker the worker's index; 0 in single mode
 * @param pid the worker's process id; -1 if unknown
 * @param lastCheckinMillis when the worker wrote these numbers (single mode: when they were
 *     polled); repeats of one check-in carry the same value
 * @param phase the worker's phase in a phased restart
 * @param backlog requests queued in the thread pool at that instant
 * @param running threads spawned, busy or idle
 * @param poolCapacity idle threads and threads that may still be spawned; 0 = saturated
 * @param busyThreads as reported, else {@code maxThreads - poolCapacity + backlog}; may exceed
 *     {@code maxThreads}
 * @param maxThreads configured threads
 * @param requestsCount requests started since this worker booted
 * @param backlogMax the largest backlog since the last poll (7.x and later)
 * @param reactorMax the most connections held in the reactor since the last poll (7.x and later)
 * @param workers workers that the server runs; 1 in single mode
 * @param bootedWorkers workers that have booted; 1 in single mode
 * @param oldWorkers workers not yet in the current phase
 * @param cpuShare processor time of the worker since the poll before, per second of it: 1 = one
 *     core; NaN unless the poller sends it
 * @param rssBytes resident memory of the worker, in bytes; -1 unless the poller sends it
 * @param ioThreads threads marked as waiting for input or output (8 and later); -1 if unknown
 * @param requestRate requests started a second since this process's check-in before; NaN until
 *     scoring has seen two of them
 * @param gc filled only in a sample of the garbage collector, whose other numbers are absent
 * @param scores how unusual the worker was, an entry a metric that its baseline judged as this
 *     sample arrived; empty before scoring, in warm-up and between judgements
 */
public record StatsSample(
        String mode,
        int worker,
        int pid,
        long lastCheckinMillis,
        int phase,
        int backlog,
        int running,
        int poolCapacity,
        int busyThreads,
        int maxThreads,
        long requestsCount,
        int backlogMax,
        int reactorMax,
        int workers,
        int bootedWorkers,
        int oldWorkers,
        double cpuShare,
        long rssBytes,
        int ioThreads,
        double requestRate,
        @Nullable GcStats gc,
        List<MetricScore> scores) {

    /** A sample that is not scored. */
    public StatsSample(
            String mode,
            int worker,
            int pid,
            long lastCheckinMillis,
            int phase,
            int backlog,
            int running,
            int poolCapacity,
            int busyThreads,
            int maxThreads,
            long requestsCount,
            int backlogMax,
            int reactorMax,
            int workers,
            int bootedWorkers,
            int oldWorkers,
            double cpuShare,
            long rssBytes,
            int ioThreads,
            double requestRate,
            @Nullable GcStats gc) {
        this(
                mode,
                worker,
                pid,
                lastCheckinMillis,
                phase,
                backlog,
                running,
                poolCapacity,
                busyThreads,
                maxThreads,
                requestsCount,
                backlogMax,
                reactorMax,
                workers,
                bootedWorkers,
                oldWorkers,
                cpuShare,
                rssBytes,
                ioThreads,
                requestRate,
                gc,
                List.of());
    }

    /** The same sample with its rate of requests and how unusual it was. */
    public StatsSample scored(double newRequestRate, List<MetricScore> newScores) {
        return new StatsSample(
                mode,
                worker,
                pid,
                lastCheckinMillis,
                phase,
                backlog,
                running,
                poolCapacity,
                busyThreads,
                maxThreads,
                requestsCount,
                backlogMax,
                reactorMax,
                workers,
                bootedWorkers,
                oldWorkers,
                cpuShare,
                rssBytes,
                ioThreads,
                newRequestRate,
                gc,
                newScores);
    }

    /**
     * Busy threads per configured thread, 0 and up (above 1 when requests queue); NaN if unknown.
     */
    public double utilization() {
        return maxThreads <= 0 || busyThreads < 0 ? Double.NaN : (double) busyThreads / maxThreads;
    }
}
