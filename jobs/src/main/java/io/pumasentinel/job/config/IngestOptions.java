package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.AuthPreset;
import io.pumasentinel.event.ingest.JsonFieldMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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
                    List.of(),
                    "Names whose values are never kept, beside the usual ones: "
                            + quoted(DEFAULTS.redactKeys())
                            + ".");
    private static final Option<RedactionConfig> REDACTION =
            Option.of(
                    "redaction",
                    RedactionOptions.BLOCK,
                    DEFAULTS.redaction(),
                    "What else is never kept, and what stands in its place.");
    private static final Option<List<String>> LOGIN_PATHS =
            Option.of(
                    "login-paths",
                    ListOf.any(Names.path()),
                    List.of(),
                    "Ends of paths that take sign-ins, beside the usual ones: "
                            + quoted(DEFAULTS.loginPaths())
                            + ".");
    private static final Option<AuthPreset> AUTH_PRESET =
            Option.of(
                    "auth-preset",
                    Types.oneOf(AuthPreset.class),
                    DEFAULTS.authPreset(),
                    "How the application answers a sign-in: `rails` redirects in any case, `devise`"
                        + " and `form` show the form again (200) to refuse, `json-api` answers 2xx"
                        + " to accept; `status` knows none of this, so that 200 does not tell.");
    private static final Option<List<Integer>> AUTH_ACCEPTED =
            Option.of(
                    "auth-accepted",
                    ListOf.any(Types.integer(IngestConfig.STATUS)),
                    DEFAULTS.authAccepted(),
                    "Statuses that accept a sign-in, whatever `auth-preset` says.");
    private static final Option<List<Integer>> AUTH_REFUSED =
            Option.of(
                    "auth-refused",
                    ListOf.any(Types.integer(IngestConfig.STATUS)),
                    DEFAULTS.authRefused(),
                    "Statuses that refuse a sign-in, whatever `auth-preset` says.");
    private static final Option<List<String>> ENDPOINT_PATTERNS =
            Option.of(
                    "endpoint-patterns",
                    ListOf.any(Names.pattern()),
                    DEFAULTS.endpointPatterns(),
                    "Endpoint paths that the application declares; the first that fits wins over"
                            + " the learned shapes. See [endpoints](endpoints.md).");
    private static final Option<Integer> MAX_LINE_BYTES =
            Option.of(
                    "max-line-bytes",
                    Types.integer(IngestConfig.MAX_LINE_BYTES),
                    DEFAULTS.maxLineBytes(),
                    "A longer line is a dead letter; Puma's longest is some 130 kB.");
    private static final Option<Integer> MAX_ENDPOINTS =
            Option.of(
                    "max-endpoints-per-service",
                    Types.integer(IngestConfig.MAX_ENDPOINTS),
                    DEFAULTS.maxEndpointsPerService(),
                    "Further endpoints of a service share one baseline.");

    private static final Option<JsonFieldMap> JSON_FIELDS =
            Option.of(
                    "json-fields",
                    JsonFieldOptions.BLOCK,
                    DEFAULTS.jsonFields(),
                    "Where the fields of JSON lines lie whose logger is not known; see"
                            + " [formats](formats.md). A configured field wins over the known"
                            + " ones.");

    static final Block<IngestConfig> BLOCK =
            new Block<>(
                    List.of(
                            TRUSTED_PROXIES,
                            REDACT_KEYS,
                            REDACTION,
                            LOGIN_PATHS,
                            AUTH_PRESET,
                            AUTH_ACCEPTED,
                            AUTH_REFUSED,
                            ENDPOINT_PATTERNS,
                            MAX_LINE_BYTES,
                            MAX_ENDPOINTS,
                            JSON_FIELDS),
                    IngestOptions::build);

    private IngestOptions() {}

    /** What ingest itself refuses is a problem of the file, not of the running job. */
    private static IngestConfig build(Values values) {
        IngestConfig config =
                new IngestConfig(
                        values.get(TRUSTED_PROXIES),
                        both(DEFAULTS.redactKeys(), values.get(REDACT_KEYS)),
                        values.get(REDACTION),
                        both(DEFAULTS.loginPaths(), values.get(LOGIN_PATHS)),
                        values.get(AUTH_PRESET),
                        values.get(AUTH_ACCEPTED),
                        values.get(AUTH_REFUSED),
                        values.get(ENDPOINT_PATTERNS),
                        values.get(MAX_LINE_BYTES),
                        values.get(MAX_ENDPOINTS),
                        values.get(JSON_FIELDS));
        Objects.requireNonNull(config.settings());
        return config;
    }

    private static List<String> both(List<String> usual, List<String> further) {
        return Stream.concat(usual.stream(), further.stream()).distinct().toList();
    }

    private static String quoted(List<String> names) {
        return "`" + String.join("`, `", names) + "`";
    }
}
