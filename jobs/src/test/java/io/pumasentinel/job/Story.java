package io.pumasentinel.job;

import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of one host's log, one after the other. */
final class Story {
    private final List<PumaEvent> events = new ArrayList<>();
    private long offset;

    /**
     * @param offset of the first event
     */
    Story(long offset) {
        this.offset = offset;
    }

    List<PumaEvent> events() {
        return events;
    }

    /** Somebody's {@code GET /orders}. */
    void order(long millis, double seconds, @Nullable String query) {
        add(
                millis,
                AccessBuilder.request("GET", "/orders")
                        .from("203.0.113.20")
                        .query(query)
                        .seconds(seconds));
    }

    void signIn(long millis, String address, int status, AuthOutcome outcome) {
        add(
                millis,
                AccessBuilder.request("POST", "/users/sign_in")
                        .from(address)
                        .status(status)
                        .seconds(0.1)
                        .auth(outcome));
    }

    void happen(long millis, Lifecycle lifecycle) {
        events.add(PumaEvent.of(origin(), millis, lifecycle));
    }

    private void add(long millis, AccessBuilder request) {
        events.add(PumaEvent.of(origin(), millis, request.build()));
    }

    private Origin origin() {
        return new Origin("shop", "web-1", Position.ofRecord("puma-access", 0, offset++));
    }
}
