package io.pumasentinel.job.score;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;

/** The key under which an event is scored. */
public final class ScoreKeys {
    private static final char SEPARATOR = '\u001e';

    private ScoreKeys() {}

    /** Requests meet by service and endpoint, samples by service, host and worker. */
    public static String of(PumaEvent event) {
        Access access = event.access();
        if (access != null) {
            return event.service() + SEPARATOR + access.endpoint();
        }
        StatsSample stats = event.stats();
        String of = stats == null ? event.kind().name() : "WORKER " + stats.worker();
        return event.service() + SEPARATOR + event.host() + SEPARATOR + of;
    }

    static String serviceOf(String key) {
        return key.substring(0, key.indexOf(SEPARATOR));
    }

    static String endpointOf(String key) {
        return key.substring(key.indexOf(SEPARATOR) + 1);
    }
}
