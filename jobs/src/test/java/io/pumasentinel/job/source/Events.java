package io.pumasentinel.job.source;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;

/** Events made by hand. */
final class Events {

    static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofRecord("puma-access", 0, 0));

    private Events() {}

    static PumaEvent timed(long timestampMillis) {
        return PumaEvent.of(ORIGIN, timestampMillis, new Lifecycle("info", -1, -1, "x"));
    }

    static PumaEvent untimed() {
        return timed(PumaEvent.NO_TIME);
    }

    static PumaEvent unparsed(long timestampMillis) {
        return PumaEvent.of(ORIGIN, timestampMillis, new Unparsed("unrecognised", "x"));
    }
}
