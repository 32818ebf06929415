package io.pumasentinel.event.ingest;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the place of a secret, and what counts as one beside the keys.
 *
 * @param mode what stands in a secret's place
 * @param emails whether e-mail addresses are secrets
 * @param addresses whether client addresses are replaced by pseudonyms
 * @param key where the key of tokens and pseudonyms can be read; null if neither is made
 */
public record RedactionSettings(
        Mode mode, Emails emails, Addresses addresses, @Nullable KeyReference key)
        implements Serializable {

    /** The fewest characters of a key that is worth one. */
    public static final int SHORTEST_KEY = 32;

    /** What stands in a secret's place. */
    public enum Mode {
        /** {@code [REDACTED]}. */
        MASK,
        /** Nothing. */
        REMOVE,
        /** A keyed token, the same for the same value: {@code tok_email_9f86d081884c7d659a2f}. */
        TOKEN
    }

    /** Whether e-mail addresses are secrets. */
    public enum Emails {
        REDACT,
        KEEP
    }

    /** Whether client addresses are replaced. */
    public enum Addresses {
        KEEP,
        /** By addresses of fd00::/8, the same for the same client; see {@link AddressTokens}. */
        TOKEN
    }

    /**
     * @throws IllegalArgumentException if tokens or pseudonyms are wanted without a key
     */
    public RedactionSettings {
        if (key == null && (mode == Mode.TOKEN || addresses == Addresses.TOKEN)) {
            throw new IllegalArgumentException(
                    "redaction: no key for %s (got nothing); a reference to one"
                            .formatted(mode == Mode.TOKEN ? "mode token" : "addresses token"));
        }
    }

    /** Masks, e-mail addresses too, and keeps client addresses. */
    public static RedactionSettings defaults() {
        return new RedactionSettings(Mode.MASK, Emails.REDACT, Addresses.KEEP, null);
    }
}
