package io.pumasentinel.job.watch;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;

/**
 * Something noticed that no line says; rules read it as a lifecycle event.
 *
 * @param action what, as {@code event.action}; no line of Puma has one that begins with {@code
 *     watch-}
 * @param host the host; empty if it is about the service
 * @param worker the worker's index; -1 if it is about the host
 * @param pid the process it is about; -1 if none
 * @param message what was seen and what was expected, and for how long
 */
record Notice(String action, String host, int worker, int pid, String message) {
    static final String HOST_SILENT = "watch-host-silent";
    static final String WORKER_SILENT = "watch-worker-silent";
    static final String WORKER_REPLACED = "watch-worker-replaced";
    static final String SERVICE_SILENT = "watch-service-silent";
    static final String LOG_MISSING = "watch-access-log-missing";

    /** The event, at the time at which it was noticed; replays give it the same position. */
    PumaEvent event(String service, long timestampMillis) {
        String source = "watch:" + action + ":" + service + ":" + host + ":" + worker;
        Position position = new Position(source, timestampMillis, false);
        return PumaEvent.of(
                new Origin(service, host, position),
                timestampMillis,
                new Lifecycle(action, worker, pid, message));
    }

    /** A length of time in whole seconds. */
    static String seconds(long millis) {
        return millis / 1000 + " s";
    }
}
