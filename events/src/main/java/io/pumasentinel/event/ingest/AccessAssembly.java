package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.RequestDetail;
import org.jspecify.annotations.Nullable;

/**
 * Makes a request of what a line says: client resolved, secrets removed, endpoint and outcome told.
 */
final class AccessAssembly {

    private static final int MAX_FIELD = 1024;
    private static final int LONGEST_WORD = 8;

    private final ClientAddress clients;
    private final Redaction redaction;
    private final KnownPlaces places;
    private final RepeatedTexts<Resolved> resolved = new RepeatedTexts<>();
    private final SignIns signIns;

    AccessAssembly(IngestSettings settings, Redaction redaction) {
        this.clients = new ClientAddress(TrustedNetworks.of(settings.trustedProxies()));
        this.redaction = redaction;
        this.places = new KnownPlaces(redaction, EndpointTemplate.of(settings.endpointPatterns()));
        this.signIns = new SignIns(settings.auth());
    }

    /**
     * @param address null if the list names none
     */
    private record Resolved(@Nullable String address) {}

    Access of(RequestDraft draft) {
        KnownPlaces.Place place = places.of(draft.method, draft.path);
        return new Access(
                client(draft.addresses),
                draft.user == null ? null : redaction.user(draft.user, MAX_FIELD),
                word(draft.method),
                place.told(draft.path),
                draft.query == null ? null : redaction.query(draft.query),
                word(draft.protocol),
                draft.status,
                draft.responseBytes,
                draft.durationNanos,
                place.endpoint(),
                outcome(draft, place.endpoint()),
                draft.hijacked,
                draft.forged,
                draft.pid,
                draft.agentPlain ? draft.userAgent : field(draft.userAgent),
                id(draft.requestId),
                field(draft.traceId),
                detail(draft));
    }

    /** The application knows best how a sign-in ended; where it says nothing, the answer tells. */
    private AuthOutcome outcome(RequestDraft draft, String endpoint) {
        return draft.auth != null
                ? draft.auth
                : signIns.outcome(draft.method, endpoint, draft.path, draft.status, draft.location);
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
        return shown(resolved(addresses));
    }

    /** The client behind an address list, with its real address; null if it names none. */
    @Nullable String resolved(String addresses) {
        Resolved known = resolved.get(addresses, "");
        if (known == null) {
            known = new Resolved(clients.of(addresses));
            resolved.put(addresses, "", known);
        }
        return known.address;
    }

    /** The address as events carry it. */
    @Nullable String shown(@Nullable String address) {
        return redaction.address(address);
    }

    /** The endpoint template outside an access line. */
    String endpoint(String method, String path) {
        return places.endpoint(method, path);
    }

    /** What is too short to hold a secret need not be searched for one. */
    private String word(String text) {
        return text.length() <= LONGEST_WORD ? text : redaction.text(text, MAX_FIELD);
    }

    private @Nullable String id(@Nullable String text) {
        return text != null && Uuid.is(text) ? text : field(text);
    }

    private @Nullable String field(@Nullable String text) {
        return text == null ? null : redaction.text(text, MAX_FIELD);
    }
}
