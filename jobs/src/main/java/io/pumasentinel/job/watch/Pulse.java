package io.pumasentinel.job.watch;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import org.jspecify.annotations.Nullable;

/**
 * A sign of life: what one host (or one of its workers) said in one window of ten seconds. Several
 * pulses of one window may occur; they add up.
 *
 * @param service the service
 * @param host the host
 * @param kind what was said
 * @param startMillis the window's start
 * @param lastMillis time of the last thing counted
 * @param count how many; 0 for a sign that came too late to be counted
 * @param worker the worker's index; -1 except for samples
 * @param pid the worker's process; -1 if unknown
 * @param phase the worker's phase; -1 if unknown
 * @param workers workers that the server runs; -1 if unknown
 * @param requests the worker's counter of requests; -1 if unknown
 */
public record Pulse(
        String service,
        String host,
        Kind kind,
        long startMillis,
        long lastMillis,
        long count,
        int worker,
        int pid,
        int phase,
        int workers,
        long requests) {

    /** The window's length. */
    public static final long WINDOW_MILLIS = 10_000;

    /** What can be a sign of life. */
    public enum Kind {
        /** Requests in the access log. */
        REQUESTS,
        /** A worker's check-in. */
        SAMPLE,
        /** A line that announces that workers or the server end. */
        PLANNED,
        /** A line that says that the server itself ends. */
        FAREWELL
    }

    /** The pulse of one event; null for what is none. */
    static @Nullable Pulse of(PumaEvent event) {
        Access access = event.access();
        if (access != null) {
            return bare(event, Kind.REQUESTS);
        }
        StatsSample stats = event.stats();
        if (stats != null) {
            return stats.gc() != null || stats.worker() < 0 ? null : sample(event, stats);
        }
        Lifecycle lifecycle = event.lifecycle();
        if (lifecycle == null) {
            return null;
        }
        return switch (lifecycle.action()) {
            case "shutdown" -> bare(event, Kind.FAREWELL);
            case "restart", "phased-restart", "worker-stop", "worker-timeout", "boot" ->
                    bare(event, Kind.PLANNED);
            default -> null;
        };
    }

    /** Both together; {@code later} is of the same host, kind, worker and window. */
    Pulse plus(Pulse later) {
        Pulse last = later.lastMillis >= lastMillis ? later : this;
        return new Pulse(
                service,
                host,
                kind,
                startMillis,
                last.lastMillis,
                count + later.count,
                worker,
                last.pid,
                last.phase,
                last.workers,
                last.requests);
    }

    /** The same sign, too late for its own window and not counted. */
    Pulse lateIn(long otherStartMillis) {
        return new Pulse(
                service,
                host,
                kind,
                otherStartMillis,
                lastMillis,
                0,
                worker,
                pid,
                phase,
                workers,
                requests);
    }

    /** The first millisecond after the window. */
    long endMillis() {
        return startMillis + WINDOW_MILLIS;
    }

    /** The start of the window that a time belongs to. */
    static long windowOf(long timestampMillis) {
        return timestampMillis - Math.floorMod(timestampMillis, WINDOW_MILLIS);
    }

    private static Pulse bare(PumaEvent event, Kind kind) {
        long millis = event.timestampMillis();
        return new Pulse(
                event.service(),
                event.host(),
                kind,
                windowOf(millis),
                millis,
                1,
                -1,
                -1,
                -1,
                -1,
                -1);
    }

    private static Pulse sample(PumaEvent event, StatsSample stats) {
        long millis = event.timestampMillis();
        return new Pulse(
                event.service(),
                event.host(),
                Kind.SAMPLE,
                windowOf(millis),
                millis,
                1,
                stats.worker(),
                stats.pid(),
                stats.phase(),
                stats.workers(),
                stats.requestsCount());
    }
}
