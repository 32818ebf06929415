package io.pumasentinel.event;

import org.jspecify.annotations.Nullable;

/**
 * What only richer formats than Puma's own line say of a request.
 *
 * @param queueNanos how long the request waited before the application got it, in nanoseconds, from
 *     {@code X-Request-Start} or a field of the log; -1 if unknown
 * @param route controller and action, such as {@code users#show}; null if the log has none
 * @param domain the host that the client asked for, redacted; null if the log has none
 * @param referrer the page that the client says it came from, redacted; null if the log has none
 */
public record RequestDetail(
        long queueNanos,
        @Nullable String route,
        @Nullable String domain,
        @Nullable String referrer) {}
