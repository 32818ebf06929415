package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.RequestDetail;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of what a line says: client resolved, secrets removed, endpoint and outcome told.
 */
final class AccessAssembly {

    private static final int MAX_FIELD = 1024;
    private static final int LONGEST_METHOD = 8;

    private final ClientAddress clients;
    private final Redaction redaction;
    private final EndpointTemplate endpoints;
    private final SignIns signIns;

    AccessAssembly(IngestSettings settings, Redaction redaction) {
        this.clients = new ClientAddress(TrustedNetworks.of(settings.trustedProxies()));
        this.redaction = redaction;
        this.endpoints = EndpointTemplate.of(settings.endpointPatterns());
        this.signIns = new SignIns(settings.auth());
    }

    Access of(RequestDraft draft) {
        String path = redaction.path(draft.path);
        String endpoint = endpoints.of(draft.method, named(draft.path, path));
        return new Access(
                client(draft.addresses),
                draft.user == null ? null : redaction.user(draft.user, MAX_FIELD),
                method(draft.method),
                path,
                draft.query == null ? null : redaction.query(draft.query),
                protocol(draft.protocol),
                draft.status,
                draft.responseBytes,
                draft.durationNanos,
                endpoint,
                signIns.outcome(draft.method, endpoint, draft.path, draft.status, draft.location),
                draft.hijacked,
                draft.forged,
                draft.pid,
                field(draft.userAgent),
                field(draft.requestId),
                field(draft.traceId),
                detail(draft));
    }

    /** Null where there is nothing of it, as in every line of Puma itself. */
    private @Nullable RequestDetail detail(RequestDraft draft) {
        boolean any =
                draft.queueNanos >= 0
                        || draft.route != null
                        || draft.domain != null
                        || draft.referrer != null;
        return any
                ? new RequestDetail(
                        draft.queueNanos,
                        field(draft.route),
                        field(draft.domain),
                        draft.referrer == null ? null : redaction.url(draft.referrer, MAX_FIELD))
                : null;
    }

    /** The client behind an address list outside an access line; null if it names none. */
    @Nullable String client(String addresses) {
        return redaction.address(clients.of(addresses));
    }

    /** The endpoint template outside an access line. */
    String endpoint(String method, String path) {
        return endpoints.of(method, redaction.masked(path));
    }

    /** The path that names the endpoint: no secret of it, and the same in every mode. */
    private String named(String path, String redacted) {
        return redacted.equals(path) ? path : redaction.masked(path);
    }

    private String method(String text) {
        return text.length() <= LONGEST_METHOD ? text : redaction.text(text, MAX_FIELD);
    }

    private String protocol(String text) {
        return text.length() <= 8 ? text : redaction.text(text, MAX_FIELD);
    }

    private @Nullable String field(@Nullable String text) {
        return text == null ? null : redaction.text(text, MAX_FIELD);
    }
}
