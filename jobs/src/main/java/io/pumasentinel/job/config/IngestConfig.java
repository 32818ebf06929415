package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.AuthPreset;
import java.io.Serializable;
import java.util.List;

/**
 * How a line becomes an event.
 *
 * @param trustedProxies CIDR blocks whose word in {@code X-Forwarded-For} counts
 * @param redactKeys query parameters whose values are blanked, beside the built-in ones
 * @param loginPaths paths that take sign-ins, beside those of the preset
 * @param authPreset how a sign-in's outcome is told
 * @param maxLineBytes a longer line is a dead letter
 * @param maxEndpointsPerService further endpoints of a service share one key
 */
public record IngestConfig(
        List<String> trustedProxies,
        List<String> redactKeys,
        List<String> loginPaths,
        AuthPreset authPreset,
        int maxLineBytes,
        int maxEndpointsPerService)
        implements Serializable {

    static final Range<Integer> MAX_LINE_BYTES = new Range<>(1_024, 16_777_216);
    static final Range<Integer> MAX_ENDPOINTS = new Range<>(10, 100_000);

    /** Copies the lists and holds the numbers to their ranges. */
    public IngestConfig {
        trustedProxies = List.copyOf(trustedProxies);
        redactKeys = List.copyOf(redactKeys);
        loginPaths = List.copyOf(loginPaths);
        MAX_LINE_BYTES.check("max-line-bytes", maxLineBytes);
        MAX_ENDPOINTS.check("max-endpoints-per-service", maxEndpointsPerService);
    }

    /** Trusts loopback and private networks, as Rails does; a line may be 64 KiB long. */
    public static IngestConfig defaults() {
        return new IngestConfig(
                List.of(
                        "127.0.0.0/8",
                        "::1/128",
                        "10.0.0.0/8",
                        "172.16.0.0/12",
                        "192.168.0.0/16",
                        "fc00::/7"),
                List.of(),
                List.of(),
                AuthPreset.STATUS,
                65_536,
                500);
    }
}
