package io.pumasentinel.job.config;

import io.pumasentinel.event.ingest.RedactionSettings;
import io.pumasentinel.event.ingest.RedactionSettings.Addresses;
import io.pumasentinel.event.ingest.RedactionSettings.Emails;
import io.pumasentinel.event.ingest.RedactionSettings.Mode;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is redacted beside the usual names, and what stands in its place.
 *
 * @param mode what stands in a secret's place
 * @param keys further names whose values are never kept
 * @param emails whether e-mail addresses are secrets
 * @param addresses whether client addresses become pseudonyms
 * @param key the key of tokens and pseudonyms, read where the job reads its lines; null: none
 */
public record RedactionConfig(
        Mode mode, List<String> keys, Emails emails, Addresses addresses, @Nullable Secret key)
        implements Serializable {

    /** Tokens and pseudonyms need a key. */
    public RedactionConfig {
        keys = List.copyOf(keys);
        if (key == null && (mode == Mode.TOKEN || addresses == Addresses.TOKEN)) {
            throw new InvalidOption(
                    "key",
                    "missing, and "
                            + (mode == Mode.TOKEN ? "mode" : "addresses")
                            + " is token (got nothing); "
                            + Secret.ALLOWED);
        }
    }

    /** Masks, e-mail addresses too; client addresses stay. */
    public static RedactionConfig defaults() {
        RedactionSettings usual = RedactionSettings.defaults();
        return new RedactionConfig(
                usual.mode(), List.of(), usual.emails(), usual.addresses(), null);
    }

    RedactionSettings settings() {
        return new RedactionSettings(mode, emails, addresses, key);
    }
}
