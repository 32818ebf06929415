package io.pumasentinel.job;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.RequestDetail;
import org.jspecify.annotations.Nullable;

/** A request as Puma's native line tells it, of which a test says only what it is about. */
public final class AccessBuilder {
    private final String method;
    private final String path;
    private String endpoint;
    private String address = "203.0.113.9";
    private @Nullable String query;
    private int status = 200;
    private long bytes = 512;
    private long durationNanos = 1_000_000;
    private AuthOutcome auth = AuthOutcome.NONE;
    private @Nullable RequestDetail detail;

    private AccessBuilder(String method, String path) {
        this.method = method;
        this.path = path;
        this.endpoint = method + " " + path;
    }

    /** Answered with 200, 512 bytes, in 1 ms; the path is the endpoint. */
    public static AccessBuilder request(String method, String path) {
        return new AccessBuilder(method, path);
    }

    public AccessBuilder endpoint(String template) {
        endpoint = template;
        return this;
    }

    public AccessBuilder from(String client) {
        address = client;
        return this;
    }

    public AccessBuilder query(@Nullable String text) {
        query = text;
        return this;
    }

    public AccessBuilder status(int code) {
        status = code;
        return this;
    }

    public AccessBuilder bytes(long count) {
        bytes = count;
        return this;
    }

    public AccessBuilder seconds(double seconds) {
        return nanos(Math.round(seconds * 1e9));
    }

    public AccessBuilder nanos(long nanos) {
        durationNanos = nanos;
        return this;
    }

    public AccessBuilder auth(AuthOutcome outcome) {
        auth = outcome;
        return this;
    }

    public AccessBuilder detail(@Nullable RequestDetail told) {
        detail = told;
        return this;
    }

    public Access build() {
        return new Access(
                address,
                null,
                method,
                path,
                query,
                "HTTP/1.1",
                status,
                bytes,
                durationNanos,
                endpoint,
                auth,
                false,
                false,
                -1,
                null,
                null,
                null,
                detail);
    }
}
