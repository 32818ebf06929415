package io.pumasentinel.event;

import org.jspecify.annotations.Nullable;

/**
 * One finished request.
 *
 * @param clientAddress the client's address after the trusted-proxy walk, normalised (no port, no
 *     brackets, IPv4-mapped IPv6 as IPv4); null if the line names none
 * @param user the authenticated user, null if unknown
 * @param method as logged, upper case as Puma writes it; empty only if the line had none
 * @param path the path of the target, redacted, not decoded
 * @param query the query string without {@code ?}, redacted, not decoded; null if there is none
 * @param protocol the client's protocol text, such as {@code HTTP/1.1}
 * @param status HTTP status; -1 for a hijacked connection; {@link #STARTED} only between parsing
 *     and ingest, for a request whose end another line tells
 * @param responseBytes what the log says of the body's length, in bytes; -1 if unknown
 * @param durationNanos from the application's start to the response's end, in nanoseconds; -1 if
 *     the format has none. May be negative after a clock step only as -1
 * @param endpoint the endpoint template, such as {@code GET /users/{id}}
 * @param auth what the request says about a sign-in
 * @param hijacked whether the application took the socket over
 * @param forged whether the line carries text that imitates another log line
 * @param pid the worker's process id; -1 if unknown
 * @param userAgent null if the format has none
 * @param requestId null if the format has none
 * @param traceId null if the format has none
 * @param detail what only richer formats say; null if there is nothing of it
 */
public record Access(
        @Nullable String clientAddress,
        @Nullable String user,
        String method,
        String path,
        @Nullable String query,
        String protocol,
        int status,
        long responseBytes,
        long durationNanos,
        String endpoint,
        AuthOutcome auth,
        boolean hijacked,
        boolean forged,
        int pid,
        @Nullable String userAgent,
        @Nullable String requestId,
        @Nullable String traceId,
        @Nullable RequestDetail detail) {

    /** The status of a request of which only the beginning is known. */
    public static final int STARTED = -2;

    /** Path and query as they were sent, redacted. */
    public String target() {
        return query == null ? path : path + "?" + query;
    }
}
