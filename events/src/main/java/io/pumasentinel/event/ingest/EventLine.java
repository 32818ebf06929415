package io.pumasentinel.event.ingest;

import io.pumasentinel.event.PumaEvent;
import java.time.Instant;

/** An event in one line of text, for people, when its own line is no longer at hand. */
final class EventLine {

    private static final int MAX_BYTES = 4096;

    private EventLine() {}

    static String of(PumaEvent event) {
        String time = Instant.ofEpochMilli(event.timestampMillis()).toString();
        return LogText.cut(time + " " + what(event), MAX_BYTES);
    }

    private static String what(PumaEvent event) {
        if (event.access() != null) {
            var access = event.access();
            return "%s \"%s %s\" %d"
                    .formatted(
                            access.clientAddress() == null ? "-" : access.clientAddress(),
                            access.method(),
                            access.target(),
                            access.status());
        }
        if (event.error() != null) {
            return event.error().action() + ": " + event.error().message();
        }
        if (event.lifecycle() != null) {
            return event.lifecycle().message();
        }
        return event.stats() == null ? "" : event.stats().toString();
    }
}
