package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.RequestDetail;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of what a line says: client resolved, secrets removed, endpoint and outcome told.
 */
final class AccessAssembly {

    private static final int MAX_FIELD = 1024;

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
        String endpoint = endpoints.of(draft.method, draft.path);
        return new Access(
                clients.of(draft.addresses),
                draft.user == null ? null : field(draft.user),
                draft.method,
                redaction.path(draft.path),
                draft.query == null ? null : redaction.query(draft.query),
                protocol(draft.protocol),
                draft.status,
                draft.responseBytes,
                draft.durationNanos,
                endpoint,
                signIns.outcome(draft.method, endpoint, draft.status),
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
                        field(draft.referrer))
                : null;
    }

    /** The client behind an address list outside an access line; null if it names none. */
    @Nullable String client(String addresses) {
        return clients.of(addresses);
    }

    /** The endpoint template outside an access line. */
    String endpoint(String method, String path) {
        return endpoints.of(method, path);
    }

    private String protocol(String text) {
        return text.length() <= 8 ? text : redaction.text(LogText.cut(text, MAX_FIELD));
    }

    private @Nullable String field(@Nullable String text) {
        return text == null ? null : redaction.text(LogText.cut(text, MAX_FIELD));
    }
}
