package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.AuthPreset;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.JsonFieldMap;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a line becomes an event.
 *
 * @param trustedProxies CIDR blocks whose word in {@code X-Forwarded-For} counts
 * @param redactKeys every name whose values are blanked: the usual ones and those of the file
 * @param redaction what else is blanked, and what stands in its place
 * @param loginPaths every path that takes sign-ins: the usual ones and those of the file
 * @param authPreset how a sign-in's outcome is told
 * @param authAccepted statuses that accept a sign-in, whatever the preset says
 * @param authRefused statuses that refuse one, whatever the preset says
 * @param endpointPatterns endpoint paths that the application declares
 * @param maxLineBytes a longer line is a dead letter
 * @param maxEndpointsPerService further endpoints of a service share one key
 * @param jsonFields where the fields of JSON lines lie whose logger is not known
 */
public record IngestConfig(
        List<String> trustedProxies,
        List<String> redactKeys,
        RedactionConfig redaction,
        List<String> loginPaths,
        AuthPreset authPreset,
        List<Integer> authAccepted,
        List<Integer> authRefused,
        List<String> endpointPatterns,
        int maxLineBytes,
        int maxEndpointsPerService,
        JsonFieldMap jsonFields)
        implements Serializable {

    static final Range<Integer> MAX_LINE_BYTES = new Range<>(1_024, 16_777_216);
    static final Range<Integer> STATUS = new Range<>(100, 599);
    static final Range<Integer> MAX_ENDPOINTS = new Range<>(10, 100_000);

    /** Copies the lists and holds the numbers to their ranges. */
    public IngestConfig {
        trustedProxies = List.copyOf(trustedProxies);
        redactKeys = List.copyOf(redactKeys);
        loginPaths = List.copyOf(loginPaths);
        authAccepted = List.copyOf(authAccepted);
        authRefused = List.copyOf(authRefused);
        endpointPatterns = List.copyOf(endpointPatterns);
        MAX_LINE_BYTES.check("max-line-bytes", maxLineBytes);
        MAX_ENDPOINTS.check("max-endpoints-per-service", maxEndpointsPerService);
    }

    /** What ingest does when it is told nothing; 500 endpoints a service. */
    public static IngestConfig defaults() {
        IngestSettings usual = IngestSettings.defaults();
        return new IngestConfig(
                usual.trustedProxies(),
                usual.redactedKeys(),
                RedactionConfig.defaults(),
                usual.auth().loginPaths(),
                usual.auth().preset(),
                List.of(),
                List.of(),
                usual.endpointPatterns(),
                usual.maxLineBytes(),
                500,
                usual.jsonFields());
    }

    /**
     * What ingest is told of sign-ins.
     *
     * @throws IllegalArgumentException if a status means both outcomes
     */
    public AuthSettings auth() {
        return new AuthSettings(
                loginPaths, authPreset, Set.copyOf(authAccepted), Set.copyOf(authRefused));
    }

    /**
     * What ingest is told.
     *
     * @throws IllegalArgumentException if ingest refuses a value
     */
    public IngestSettings settings() {
        return new IngestSettings(
                trustedProxies,
                Stream.concat(redactKeys.stream(), redaction.keys().stream()).distinct().toList(),
                redaction.settings(),
                auth(),
                endpointPatterns,
                maxLineBytes,
                jsonFields);
    }
}
