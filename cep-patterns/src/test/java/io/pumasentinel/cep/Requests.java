package io.pumasentinel.cep;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/** Hand-made requests. */
final class Requests {
    private Requests() {}

    /** A sign-in of {@code user} from {@code address}. */
    static PumaEvent signIn(
            long timestampMillis, long line, String address, String user, AuthOutcome outcome) {
        int status = outcome == AuthOutcome.FAILURE ? 401 : 302;
        return of(timestampMillis, line, address, user, "/login", status, outcome);
    }

    /** A GET of {@code path}. */
    static PumaEvent get(long timestampMillis, long line, String address, String path, int status) {
        return of(timestampMillis, line, address, null, path, status, AuthOutcome.NONE);
    }

    private static PumaEvent of(
            long timestampMillis,
            long line,
            String address,
            @Nullable String user,
            String path,
            int status,
            AuthOutcome outcome) {
        Access access =
                new Access(
                        address,
                        user,
                        outcome == AuthOutcome.NONE ? "GET" : "POST",
                        path,
                        null,
                        "HTTP/1.1",
                        status,
                        512,
                        3_000_000,
                        "POST " + path,
                        outcome,
                        false,
                        false,
                        17,
                        null,
                        null,
                        null,
                        null);
        Origin origin = new Origin("shop", "web-1", Position.ofLine("access.log", line));
        return PumaEvent.of(origin, timestampMillis, access);
    }
}
