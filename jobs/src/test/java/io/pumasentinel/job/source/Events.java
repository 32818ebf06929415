package io.pumasentinel.job.source;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.job.AccessBuilder;

/** Events made by hand. */
final class Events {

    static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofRecord("puma-access", 0, 0));

    private Events() {}

    static PumaEvent timed(long timestampMillis) {
        return PumaEvent.of(ORIGIN, timestampMillis, new Lifecycle("info", -1, -1, "x"));
    }

    /** A request at that place of partition 0, as the parser leaves it. */
    static PumaEvent request(long offset, long timestampMillis, String endpoint, int status) {
        return PumaEvent.of(at("puma-access", offset), timestampMillis, access(endpoint, status));
    }

    static Origin at(String topic, long offset) {
        return new Origin("shop", "web-1", Position.ofRecord(topic, 0, offset));
    }

    private static Access access(String endpoint, int status) {
        return AccessBuilder.request("GET", "/x")
                .endpoint(endpoint)
                .from("203.0.113.7")
                .status(status)
                .bytes(-1)
                .build();
    }

    static PumaEvent untimed() {
        return timed(PumaEvent.NO_TIME);
    }

    static PumaEvent unparsed(long timestampMillis) {
        return PumaEvent.of(ORIGIN, timestampMillis, new Unparsed("unrecognised", "x"));
    }
}
