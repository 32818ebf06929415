package io.pumasentinel.event.ingest;

import io.pumasentinel.event.AuthOutcome;
import org.jspecify.annotations.Nullable;

/** What a line says of one request, before the client is resolved and secrets are removed. */
final class RequestDraft {

    /** The forwarded list, nearest hop last, or a lone address. */
    String addresses = "";

    @Nullable String user;
    String method = "";
    String path = "";
    @Nullable String query;
    String protocol = "";
    int status = -1;
    long responseBytes = -1;
    long durationNanos = -1;
    boolean hijacked;
    boolean forged;
    int pid = -1;
    @Nullable String userAgent;

    /** Whether the user agent is known to hold no secret. */
    boolean agentPlain;

    @Nullable String requestId;
    @Nullable String traceId;
    long queueNanos = QueueTime.UNKNOWN;
    @Nullable String route;
    @Nullable String domain;
    @Nullable String referrer;

    /** Where the answer redirects to; it judges sign-ins and is not kept. */
    @Nullable String location;

    /** How a sign-in ended, by the application's word; null if it says nothing. */
    @Nullable AuthOutcome auth;

    /** Splits a target at its first {@code ?}. */
    void target(String target) {
        int mark = target.indexOf('?');
        path = mark < 0 ? target : target.substring(0, mark);
        query = mark < 0 ? null : target.substring(mark + 1);
    }
}
