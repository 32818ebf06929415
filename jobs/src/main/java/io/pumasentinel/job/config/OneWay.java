package io.pumasentinel.job.config;

import org.jspecify.annotations.Nullable;

/** A server is spoken to in one way: at most one way to authenticate, and one way to trust it. */
final class OneWay {

    private OneWay() {}

    /** Refuses half a pair of username and password, and two ways at once. */
    static void toAuthenticate(
            @Nullable String username,
            @Nullable Secret password,
            @Nullable Secret apiKey,
            @Nullable Secret token) {
        if (username == null && password != null) {
            throw new InvalidOption("password", "no username (got only a password); both or none");
        }
        if (username != null && password == null) {
            throw new InvalidOption("username", "no password (got only a username); both or none");
        }
        if (password != null && (apiKey != null || token != null)) {
            throw ambiguous("password", apiKey != null ? "api-key" : "token");
        }
        if (apiKey != null && token != null) {
            throw ambiguous("api-key", "token");
        }
    }

    /** Refuses a file and a fingerprint at once. */
    static void toTrust(@Nullable String caFile, @Nullable String caFingerprint) {
        if (caFile != null && caFingerprint != null) {
            throw new InvalidOption(
                    "ca-fingerprint",
                    "two ways to trust the server (got ca-file and ca-fingerprint); one of them");
        }
    }

    private static InvalidOption ambiguous(String first, String second) {
        return new InvalidOption(
                second,
                "two ways to authenticate (got "
                        + first
                        + " and "
                        + second
                        + "); one of username with password, api-key, token");
    }
}
