package io.pumasentinel.cli.demo;

import io.pumasentinel.job.config.Secret;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Credentials of one server and whom to trust, from environment variables. Holds references, never
 * a secret.
 */
record ServerAccess(
        @Nullable String username,
        @Nullable Secret password,
        @Nullable Secret apiKey,
        @Nullable Secret token,
        @Nullable String caFile,
        @Nullable String caFingerprint) {

    /**
     * Reads the variables that begin with {@code prefix}; an empty one is as good as none. A secret
     * stands in a variable or in the file that the variable with {@code _FILE} behind it names.
     *
     * @throws IllegalArgumentException if a secret is given in both ways
     */
    static ServerAccess of(String prefix, Map<String, String> env) {
        String caFile = text(prefix + "CA_FILE", env);
        return new ServerAccess(
                text(prefix + "USERNAME", env),
                secret(prefix + "PASSWORD", env),
                secret(prefix + "API_KEY", env),
                secret(prefix + "TOKEN", env),
                caFile == null ? null : absolute(caFile),
                text(prefix + "CA_FINGERPRINT", env));
    }

    private static @Nullable Secret secret(String name, Map<String, String> env) {
        boolean direct = text(name, env) != null;
        String file = text(name + "_FILE", env);
        if (direct && file != null) {
            throw new IllegalArgumentException(
                    name + ": given twice (got also " + name + "_FILE); one of them");
        }
        if (file != null) {
            return new Secret("${file:" + absolute(file) + "}");
        }
        return direct ? new Secret("${env:" + name + "}") : null;
    }

    private static @Nullable String text(String name, Map<String, String> env) {
        String value = env.get(name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static String absolute(String file) {
        return Path.of(file).toAbsolutePath().normalize().toString();
    }
}
