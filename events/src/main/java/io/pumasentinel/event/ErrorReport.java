package io.pumasentinel.event;

import org.jspecify.annotations.Nullable;

/**
 * One entry of Puma's error output.
 *
 * @param action what Puma was doing, in lower-case words joined by dashes: {@code rack-app}, {@code
 *     parse-error}, {@code ssl-error}, {@code read}, {@code listen-loop}, {@code thread-pool}, …
 * @param type the error's class, such as {@code Puma::HttpParserError}; null if the line has none
 * @param message the error's message, redacted
 * @param method the request's method, null if the line names none
 * @param path the request's path (5.x and 6.x glue the query to it), redacted; null if none
 * @param clientAddress resolved like {@link Access#clientAddress()}; null if the line names none
 * @param endpoint the endpoint template of {@code path}; null if the line names no request
 * @param stackTrace the backtrace, redacted, a frame a line; null if there is none
 * @param requestId the request that failed; null if the format has none
 */
public record ErrorReport(
        String action,
        @Nullable String type,
        String message,
        @Nullable String method,
        @Nullable String path,
        @Nullable String clientAddress,
        @Nullable String endpoint,
        @Nullable String stackTrace,
        @Nullable String requestId) {}
