package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.AuthPreset;
import java.util.List;

/** The options of {@link IngestConfig}. */
final class IngestOptions {

    private static final IngestConfig DEFAULTS = IngestConfig.defaults();
    private static final Option<List<String>> TRUSTED_PROXIES =
            Option.of(
                    "trusted-proxies",
                    ListOf.any(Cidr.type()),
                    DEFAULTS.trustedProxies(),
                    "Proxies whose word in `X-Forwarded-For` counts.");
    private static final Option<List<String>> REDACT_KEYS =
            Option.of(
                    "redact-keys",
                    ListOf.any(Names.parameter()),
                    DEFAULTS.redactKeys(),
                    "Query parameters whose values are blanked, beside the built-in ones.");
    private static final Option<List<String>> LOGIN_PATHS =
            Option.of(
                    "login-paths",
                    ListOf.any(Names.path()),
                    DEFAULTS.loginPaths(),
                    "Paths that take sign-ins, beside those of the preset.");
    private static final Option<AuthPreset> AUTH_PRESET =
            Option.of(
                    "auth-preset",
                    Types.oneOf(AuthPreset.class),
                    DEFAULTS.authPreset(),
                    "How the application answers a sign-in.");
    private static final Option<Integer> MAX_LINE_BYTES =
            Option.of(
                    "max-line-bytes",
                    Types.integer(IngestConfig.MAX_LINE_BYTES),
                    DEFAULTS.maxLineBytes(),
                    "A longer line is a dead letter.");
    private static final Option<Integer> MAX_ENDPOINTS =
            Option.of(
                    "max-endpoints-per-service",
                    Types.integer(IngestConfig.MAX_ENDPOINTS),
                    DEFAULTS.maxEndpointsPerService(),
                    "Further endpoints of a service share one baseline.");

    static final Block<IngestConfig> BLOCK =
            new Block<>(
                    List.of(
                            TRUSTED_PROXIES,
                            REDACT_KEYS,
                            LOGIN_PATHS,
                            AUTH_PRESET,
                            MAX_LINE_BYTES,
                            MAX_ENDPOINTS),
                    IngestOptions::build);

    private IngestOptions() {}

    private static IngestConfig build(Values values) {
        return new IngestConfig(
                values.get(TRUSTED_PROXIES),
                values.get(REDACT_KEYS),
                values.get(LOGIN_PATHS),
                values.get(AUTH_PRESET),
                values.get(MAX_LINE_BYTES),
                values.get(MAX_ENDPOINTS));
    }
}
