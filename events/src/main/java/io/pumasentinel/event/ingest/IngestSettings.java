package io.pumasentinel.event.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What reading lines depends on.
 *
 * @param trustedProxies networks in CIDR notation whose word about a client address is believed
 * @param redactedKeys names whose values are never kept; names of five letters or more match
 *     anywhere in a key ({@code token} in {@code access_token}), shorter ones only as a whole word;
 *     case, {@code _} and {@code -} do not matter
 * @param redaction what stands in the place of a secret
 * @param auth how sign-ins are recognised
 * @param endpointPatterns endpoint paths that the application declares, such as {@code
 *     /users/{name}} (also {@code /users/:name}; a last {@code *} takes the rest); the first that
 *     fits wins over the learned shapes
 * @param maxLineBytes longer lines are not read but counted as {@link Unreadable#TOO_LONG}; Puma's
 *     longest line is some 130 kB
 * @param jsonFields where the fields of JSON lines lie whose logger is not known
 */
public record IngestSettings(
        List<String> trustedProxies,
        List<String> redactedKeys,
        RedactionSettings redaction,
        AuthSettings auth,
        List<String> endpointPatterns,
        int maxLineBytes,
        JsonFieldMap jsonFields)
        implements Serializable {

    private static final int MIN_LINE_BYTES = 1024;

    /**
     * @throws IllegalArgumentException if a network is no CIDR, a key has no letter or digit, a
     *     pattern is one of which {@link EndpointPattern#problem} tells, or {@code maxLineBytes} is
     *     below 1024
     */
    public IngestSettings {
        trustedProxies = List.copyOf(trustedProxies);
        redactedKeys = List.copyOf(redactedKeys);
        endpointPatterns = List.copyOf(endpointPatterns);
        if (maxLineBytes < MIN_LINE_BYTES) {
            throw new IllegalArgumentException(
                    "maxLineBytes: too small (got %d); at least %d"
                            .formatted(maxLineBytes, MIN_LINE_BYTES));
        }
        TrustedNetworks.of(trustedProxies);
        SensitiveKeys.of(redactedKeys);
        EndpointTemplate.of(endpointPatterns);
    }

    /**
     * What is wrong with a declared endpoint path, such as {@code a placeholder without a name};
     * empty if nothing is.
     */
    public static Optional<String> patternProblem(String pattern) {
        return Optional.ofNullable(EndpointPattern.problem(pattern));
    }

    /** Private networks trusted, the usual secrets redacted, no declared endpoints. */
    public static IngestSettings defaults() {
        return new IngestSettings(
                List.of(
                        "127.0.0.0/8",
                        "10.0.0.0/8",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "169.254.0.0/16",
                        "::1/128",
                        "fc00::/7",
                        "fe80::/10"),
                SensitiveKeys.USUAL,
                RedactionSettings.defaults(),
                AuthSettings.defaults(),
                List.of(),
                256 * 1024,
                JsonFieldMap.none());
    }
}
