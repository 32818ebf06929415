package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: nobody, a user with a password, an API key or the bearer of a token.
 *
 * @param scheme how the secret is presented
 * @param user the user's name; null unless {@code scheme} is {@code BASIC}
 * @param secret where the password or the key is; null if {@code scheme} is {@code NONE}
 */
public record Credentials(Scheme scheme, @Nullable String user, @Nullable Secret secret)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How a secret is presented. */
    public enum Scheme {
        /** Not at all. */
        NONE,
        /** User and password. */
        BASIC,
        /** An API key in its encoded form (the {@code encoded} field of Elasticsearch's answer). */
        API_KEY,
        /** A bearer token, such as a service account's. */
        BEARER
    }

    /** For a node without security. */
    public static Credentials none() {
        return new Credentials(Scheme.NONE, null, null);
    }

    /** A user with a password. */
    public static Credentials basic(String user, Secret password) {
        return new Credentials(Scheme.BASIC, user, password);
    }

    /** An API key in its encoded form. */
    public static Credentials apiKey(Secret key) {
        return new Credentials(Scheme.API_KEY, null, key);
    }

    /** The bearer of a token. */
    public static Credentials bearer(Secret token) {
        return new Credentials(Scheme.BEARER, null, token);
    }

    /**
     * The value of the {@code Authorization} header, from the secret as it is now.
     *
     * @throws IOException if the secret is absent
     */
    public Optional<String> authorization() throws IOException {
        if (secret == null) {
            return Optional.empty();
        }
        String value = secret.read();
        if (scheme == Scheme.API_KEY) {
            return Optional.of("ApiKey " + value);
        }
        if (scheme == Scheme.BEARER) {
            return Optional.of("Bearer " + value);
        }
        byte[] pair = (user + ":" + value).getBytes(StandardCharsets.UTF_8);
        return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
    }
}
