package io.pumasentinel.baseline;

/**
 * The numbers of one worker's check-in that baselines learn from; NaN where the server's version or
 * the poller does not tell them.
 *
 * @param checkinMillis when the worker wrote them
 * @param pid its process; -1 if unknown
 * @param threads configured threads
 * @param utilization busy threads per configured thread
 * @param backlog requests queued at that instant
 * @param freeThreads threads idle or still to be spawned
 * @param backlogMax the largest queue since the poll before
 * @param reactorMax the most connections in the reactor since the poll before
 * @param requests requests started since the process began
 * @param cpu processor time per second
 * @param rssBytes resident memory
 */
public record WorkerReading(
        long checkinMillis,
        int pid,
        double threads,
        double utilization,
        double backlog,
        double freeThreads,
        double backlogMax,
        double reactorMax,
        double requests,
        double cpu,
        double rssBytes) {

    /**
     * Whether requests wait for a thread: none is free, and one waits or more are busy than there
     * are. No free thread alone is no sign: Puma 5 and 6 keep one for a moment after each
     * keep-alive answer. Unknown numbers are no sign either.
     */
    boolean queueing() {
        return freeThreads <= 0 && (backlog >= 1 || utilization > 1);
    }
}
