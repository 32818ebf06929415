package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.RedactionSettings;
import io.pumasentinel.event.ingest.RedactionSettings.Addresses;
import io.pumasentinel.event.ingest.RedactionSettings.Emails;
import io.pumasentinel.event.ingest.RedactionSettings.Mode;
import java.util.List;

/** The options of {@link RedactionConfig}. */
final class RedactionOptions {

    private static final RedactionConfig DEFAULTS = RedactionConfig.defaults();

    private static final Option<Mode> MODE =
            Option.of(
                    "mode",
                    Types.oneOf(Mode.class),
                    DEFAULTS.mode(),
                    "What stands in a secret's place: `[REDACTED]`, nothing, or a token made with"
                            + " `key` that is the same for the same value.");
    private static final Option<List<String>> KEYS =
            Option.of(
                    "keys",
                    ListOf.any(Names.parameter()),
                    DEFAULTS.keys(),
                    "Further names whose values are never kept, like `redact-keys`.");
    private static final Option<Secret> KEY =
            Option.optional(
                    "key",
                    SecretType.key(RedactionSettings.SHORTEST_KEY),
                    "The key of tokens and pseudonyms, 32 characters or more; another key makes"
                            + " other ones.");
    private static final Option<Emails> EMAILS =
            Option.of(
                    "emails",
                    Types.oneOf(Emails.class),
                    DEFAULTS.emails(),
                    "Whether e-mail addresses are secrets.");
    private static final Option<Addresses> ADDRESSES =
            Option.of(
                    "addresses",
                    Types.oneOf(Addresses.class),
                    DEFAULTS.addresses(),
                    "`token` replaces client addresses by addresses of fd00::/8 that are the same"
                            + " for the same client and share a /64 if their clients share a /24 or"
                            + " /64.");

    static final Block<RedactionConfig> BLOCK =
            new Block<>(List.of(MODE, KEYS, KEY, EMAILS, ADDRESSES), RedactionOptions::build);

    private RedactionOptions() {}

    private static RedactionConfig build(Values values) {
        return new RedactionConfig(
                values.get(MODE),
                values.get(KEYS),
                values.get(EMAILS),
                values.get(ADDRESSES),
                values.find(KEY));
    }
}
