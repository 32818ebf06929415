package io.pumasentinel.job.score;

/**
 * What keyed state holds of one worker: 24 bytes.
 *
 * @param checkinMillis its last check-in, by which repeated polls are recognised
 * @param pid its process, so that a worker that replaced it is not mistaken for it
 * @param forgetAtMillis the timer that may forget it
 */
public record WorkerState(long checkinMillis, int pid, long forgetAtMillis) {}
