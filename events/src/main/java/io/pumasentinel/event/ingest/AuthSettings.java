package io.pumasentinel.event.ingest;

import java.io.Serializable;
import java.util.List;

/**
 * How a sign-in is recognised and judged.
 *
 * @param loginPaths ends of endpoint paths that take sign-ins by POST, each beginning with {@code
 *     /}; {@code /login} also means {@code /api/v1/login} and {@code /login.json}
 * @param preset what an answer of 200, 201 or 204 means
 */
public record AuthSettings(List<String> loginPaths, AuthPreset preset) implements Serializable {

    /**
     * @throws IllegalArgumentException if a path does not begin with {@code /}
     */
    public AuthSettings {
        loginPaths = List.copyOf(loginPaths);
        for (String path : loginPaths) {
            if (path.length() < 2 || path.charAt(0) != '/') {
                throw new IllegalArgumentException(
                        "loginPaths: not a path (got %s); begins with / and names a segment"
                                .formatted(path));
            }
        }
    }

    /** The usual paths of Rails and JSON applications, judged by status alone. */
    public static AuthSettings defaults() {
        return new AuthSettings(
                List.of("/login", "/signin", "/sign_in", "/users/sign_in", "/session", "/sessions"),
                AuthPreset.STATUS);
    }
}
