package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;

/**
 * Recognises client text that imitates a log line. Neither an honest forwarded list nor a protocol
 * holds a quote; a torn or merged line looks the same and is as little to be believed.
 */
final class Forgery {

    private Forgery() {}

    static boolean inAddress(String addresses) {
        return addresses.indexOf('"') >= 0
                || addresses.contains(" - ")
                || addresses.contains(": ")
                || addresses.contains("#<");
    }

    /** The event as one that may not be believed. */
    static PumaEvent mark(PumaEvent event, Access a) {
        Origin origin = new Origin(event.service(), event.host(), event.position());
        Access forged =
                new Access(
                        a.clientAddress(),
                        a.user(),
                        a.method(),
                        a.path(),
                        a.query(),
                        a.protocol(),
                        a.status(),
                        a.responseBytes(),
                        a.durationNanos(),
                        a.endpoint(),
                        a.auth(),
                        a.hijacked(),
                        true,
                        a.pid(),
                        a.userAgent(),
                        a.requestId(),
                        a.traceId(),
                        a.detail());
        return PumaEvent.of(origin, event.timestampMillis(), forged);
    }

    static boolean inProtocol(String protocol) {
        return protocol.indexOf('"') >= 0;
    }
}
