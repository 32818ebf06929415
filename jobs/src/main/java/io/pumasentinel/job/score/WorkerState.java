package io.pumasentinel.job.score;

import io.pumasentinel.event.StatsSample;

/**
 * What keyed state holds of one worker: 32 bytes.
 *
 * @param checkinMillis its last check-in, by which repeated polls are recognised
 * @param pid its process, so that a worker that replaced it is not mistaken for it
 * @param forgetAtMillis the timer that may forget it
 * @param requestsSeen its counter of requests plus one; 0 for an unknown one, which is also what
 *     states of releases before hold
 */
public record WorkerState(long checkinMillis, int pid, long forgetAtMillis, long requestsSeen) {

    /** The state after the sample, to be forgotten by that timer. */
    static WorkerState of(StatsSample stats, long forgetAtMillis) {
        long seen = stats.requestsCount() < 0 ? 0 : stats.requestsCount() + 1;
        return new WorkerState(stats.lastCheckinMillis(), stats.pid(), forgetAtMillis, seen);
    }

    /** Whether the sample is the same check-in once more. */
    boolean repeats(StatsSample stats) {
        return pid == stats.pid() && checkinMillis == stats.lastCheckinMillis();
    }

    /**
     * Requests a second since this check-in. NaN if there is no rate to tell: another process, a
     * counter that is unknown or went down (a restart under the same process id, or nonsense), a
     * check-in that is not later.
     */
    double rate(StatsSample stats) {
        long millis = stats.lastCheckinMillis() - checkinMillis;
        long requests = stats.requestsCount() - (requestsSeen - 1);
        boolean known = requestsSeen > 0 && stats.requestsCount() >= 0 && pid == stats.pid();
        return known && requests >= 0 && millis > 0 ? requests * 1000.0 / millis : Double.NaN;
    }
}
