package io.pumasentinel.job.watch;

/** What is remembered of one worker of a host. Plain object for keyed state, 80 bytes. */
public class WorkerWatch {
    public int index;
    public int pid = -1;
    public int phase = -1;

    /** Its counter of requests; -1 if unknown. */
    public long requests = -1;

    public Rhythm rhythm = new Rhythm();

    /** When another process took its place in the same phase; MIN_VALUE if none is in question. */
    public long replacedMillis = Long.MIN_VALUE;

    public int replacedPid = -1;

    /** The process that took it. */
    public int replacingPid = -1;

    /**
     * Takes a check-in.
     *
     * @return requests started since the one before; 0 if that cannot be told
     */
    long take(Pulse pulse) {
        boolean sameProcess = pid == pulse.pid();
        boolean known = rhythm.windows > 0;
        if (known && !sameProcess && phase == pulse.phase() && pid >= 0 && pulse.pid() >= 0) {
            replacedMillis = pulse.lastMillis();
            replacedPid = pid;
            replacingPid = pulse.pid();
        }
        long before = sameProcess ? requests : 0;
        long started =
                known && before >= 0 && pulse.requests() >= 0 ? pulse.requests() - before : 0;
        pid = pulse.pid();
        phase = pulse.phase();
        requests = pulse.requests();
        rhythm.beat(pulse.endMillis());
        return Math.max(0, started);
    }
}
