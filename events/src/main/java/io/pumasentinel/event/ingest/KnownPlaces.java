package io.pumasentinel.event.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Names the endpoints of requests, those that repeat by method and path alone. A path from which a
 * secret was removed is not kept. Not thread-safe.
 */
final class KnownPlaces {

    private final Redaction redaction;
    private final EndpointTemplate endpoints;
    private final RepeatedTexts<Place> places = new RepeatedTexts<>();

    KnownPlaces(Redaction redaction, EndpointTemplate endpoints) {
        this.redaction = redaction;
        this.endpoints = endpoints;
    }

    /**
     * @param redacted the path without its secrets; null if it has none
     * @param endpoint the endpoint's template
     */
    record Place(@Nullable String redacted, String endpoint) {

        /** The path as it may be told. */
        String told(String path) {
            return redacted == null ? path : redacted;
        }
    }

    @SuppressWarnings("ReferenceEquality") // what redaction leaves alone is the same string
    Place of(String method, String path) {
        Place known = places.get(path, method);
        if (known != null) {
            return known;
        }
        String redacted = redaction.path(path);
        boolean plain = redacted == path;
        String endpoint = endpoints.of(method, plain ? path : named(path, redacted));
        Place place = new Place(plain ? null : redacted, endpoint);
        if (plain) {
            places.put(path, method, place);
        }
        return place;
    }

    /** The template of a path that is not told. */
    String endpoint(String method, String path) {
        return endpoints.of(method, redaction.masked(path));
    }

    /** The path that names the endpoint: no secret of it, and the same in every mode. */
    private String named(String path, String redacted) {
        return redacted.equals(path) ? path : redaction.masked(path);
    }
}
