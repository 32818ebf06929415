package io.pumasentinel.job.source;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;

/** The names under which requests are counted that have no endpoint of their own. */
public final class RoutedEndpoint {

    /** Requests to endpoints that never answered with 2xx or 3xx: scans and typos. */
    public static final String UNMATCHED = "{unmatched}";

    /** Requests to endpoints beyond the number that a service may have. */
    public static final String OTHER = "{other}";

    private RoutedEndpoint() {}

    /** The same request under another endpoint. */
    static PumaEvent apply(PumaEvent event, Access access, String endpoint) {
        return new PumaEvent(
                event.kind(),
                event.timestampMillis(),
                event.service(),
                event.host(),
                event.position(),
                at(access, endpoint),
                event.error(),
                event.lifecycle(),
                event.stats(),
                event.unparsed(),
                event.score(),
                event.signals(),
                event.ruleIds(),
                event.redacted());
    }

    private static Access at(Access access, String endpoint) {
        return new Access(
                access.clientAddress(),
                access.user(),
                access.method(),
                access.path(),
                access.query(),
                access.protocol(),
                access.status(),
                access.responseBytes(),
                access.durationNanos(),
                endpoint,
                access.auth(),
                access.hijacked(),
                access.forged(),
                access.pid(),
                access.userAgent(),
                access.requestId(),
                access.traceId(),
                access.detail());
    }
}
