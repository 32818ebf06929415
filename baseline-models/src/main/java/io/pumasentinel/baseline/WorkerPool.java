package io.pumasentinel.baseline;

/**
 * Samples of one worker that are not yet judged: sums and peaks, 100 bytes whatever their number.
 */
public class WorkerPool {
    /** The last check-in before the pool; {@link Long#MIN_VALUE} before the first one. */
    public long sinceMillis = Long.MIN_VALUE;

    public long lastMillis = Long.MIN_VALUE;
    public int samples;
    public int utilized;
    public double utilization;
    public int queued;
    public double backlog;
    public int waiting;
    public double backlogMax = Double.NaN;
    public double reactorMax = Double.NaN;
    public int measured;
    public double cpu;

    /** The process whose counter {@code requests} is. */
    public int pid = -1;

    /** The process's counter before the pool; NaN if it is not known. */
    public double requests = Double.NaN;

    /** Whether the reading is newer than all before; older ones teach nothing. */
    boolean follows(WorkerReading reading) {
        return reading.checkinMillis() > lastMillis;
    }

    void add(WorkerReading reading) {
        if (sinceMillis == Long.MIN_VALUE) {
            begin(reading);
        }
        if (pid != reading.pid()) {
            pid = reading.pid();
            requests = Double.NaN;
        }
        lastMillis = reading.checkinMillis();
        samples++;
        if (!Double.isNaN(reading.utilization())) {
            utilized++;
            utilization += reading.utilization();
        }
        if (!Double.isNaN(reading.backlog())) {
            queued++;
            backlog += reading.backlog();
        }
        waiting += reading.queueing() ? 1 : 0;
        backlogMax = larger(backlogMax, reading.backlogMax());
        reactorMax = larger(reactorMax, reading.reactorMax());
        if (!Double.isNaN(reading.cpu())) {
            measured++;
            cpu += reading.cpu();
        }
    }

    /** Starts anew behind the reading, which is the pool's last. */
    void begin(WorkerReading reading) {
        sinceMillis = reading.checkinMillis();
        lastMillis = reading.checkinMillis();
        pid = reading.pid();
        requests = reading.requests();
        samples = 0;
        utilized = 0;
        utilization = 0;
        queued = 0;
        backlog = 0;
        waiting = 0;
        backlogMax = Double.NaN;
        reactorMax = Double.NaN;
        measured = 0;
        cpu = 0;
    }

    long spanMillis() {
        return lastMillis - sinceMillis;
    }

    /** The sum divided by the number of its summands; NaN if there is none. */
    static double mean(double sum, int count) {
        return count == 0 ? Double.NaN : sum / count;
    }

    private static double larger(double known, double other) {
        return Double.isNaN(known) || other > known ? other : known;
    }
}
