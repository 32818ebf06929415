package io.pumasentinel.job;

import io.pumasentinel.event.Access;
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
                access("203.0.113.20", "GET", "/orders", query, 200, seconds, AuthOutcome.NONE));
    }

    void signIn(long millis, String address, int status, AuthOutcome outcome) {
        add(millis, access(address, "POST", "/users/sign_in", null, status, 0.1, outcome));
    }

    void happen(long millis, Lifecycle lifecycle) {
        events.add(PumaEvent.of(origin(), millis, lifecycle));
    }

    private void add(long millis, Access access) {
        events.add(PumaEvent.of(origin(), millis, access));
    }

    private Origin origin() {
        return new Origin("shop", "web-1", Position.ofRecord("puma-access", 0, offset++));
    }

    private static Access access(
            String address,
            String method,
            String path,
            @Nullable String query,
            int status,
            double seconds,
            AuthOutcome outcome) {
        return new Access(
                address,
                null,
                method,
                path,
                query,
                "HTTP/1.1",
                status,
                512,
                Math.round(seconds * 1e9),
                method + " " + path,
                outcome,
                false,
                false,
                -1,
                null,
                null,
                null,
                null);
    }
}
