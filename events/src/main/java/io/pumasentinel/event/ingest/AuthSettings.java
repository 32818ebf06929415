package io.pumasentinel.event.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a sign-in is recognised and judged.
 *
 * @param loginPaths ends of paths or of endpoint templates that take sign-ins by POST, each
 *     beginning with {@code /}; {@code /login} also means {@code /api/v1/login} and {@code
 *     /login.json}
 * @param preset what an answer means that neither of the following names
 * @param accepted statuses that mean an accepted sign-in, whatever the preset says
 * @param refused statuses that mean a refused one, whatever the preset says
 */
public record AuthSettings(
        List<String> loginPaths, AuthPreset preset, Set<Integer> accepted, Set<Integer> refused)
        implements Serializable {

    private static final int LOWEST_STATUS = 100;
    private static final int HIGHEST_STATUS = 599;
    private static final String JSON = ".json";

    /**
     * @throws IllegalArgumentException if a path does not begin with {@code /}, or a status is none
     *     or means both
     */
    public AuthSettings {
        loginPaths = List.copyOf(loginPaths);
        accepted = Set.copyOf(accepted);
        refused = Set.copyOf(refused);
        for (String path : loginPaths) {
            if (path.length() < 2 || path.charAt(0) != '/') {
                throw new IllegalArgumentException(
                        "loginPaths: not a path (got %s); begins with / and names a segment"
                                .formatted(path));
            }
        }
        Set<Integer> all = new TreeSet<>(accepted);
        all.addAll(refused);
        for (int status : all) {
            if (status < LOWEST_STATUS || status > HIGHEST_STATUS) {
                throw new IllegalArgumentException(
                        "accepted, refused: not a status (got %d); 100 to 599".formatted(status));
            }
        }
        if (all.size() < accepted.size() + refused.size()) {
            all.retainAll(accepted);
            all.retainAll(refused);
            throw new IllegalArgumentException(
                    "accepted, refused: a status that means both (got %s); one of them"
                            .formatted(all));
        }
    }

    /** Judged by the preset alone. */
    public AuthSettings(List<String> loginPaths, AuthPreset preset) {
        this(loginPaths, preset, Set.of(), Set.of());
    }

    /** The usual paths of Rails and JSON applications, judged by status alone. */
    public static AuthSettings defaults() {
        return new AuthSettings(
                List.of("/login", "/signin", "/sign_in", "/users/sign_in", "/session", "/sessions"),
                AuthPreset.STATUS);
    }

    /**
     * What these settings can never tell, in sentences for whoever wrote them; empty where they can
     * decide. Rules that wait for an accepted sign-in stay silent without one.
     */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (loginPaths.isEmpty()) {
            warnings.add("no path takes sign-ins, so that none is ever seen; name one");
        }
        if (preset == AuthPreset.RAILS && accepted.isEmpty()) {
            warnings.add(
                    "the preset rails never tells an accepted sign-in, because the generator"
                            + " redirects (302) to accept and to refuse, unless the log says where"
                            + " to, as lograge's location does; let the application answer"
                            + " 422 to refuse and take the preset devise, or name the statuses that"
                            + " accept");
        }
        boolean showsTheForm = preset == AuthPreset.FORM || preset == AuthPreset.DEVISE;
        if (showsTheForm && !accepted.contains(200)) {
            String shown = preset.name().toLowerCase(Locale.ROOT);
            for (String path : loginPaths) {
                if (isJson(path)) {
                    warnings.add(
                            ("the preset %s takes 200 as refused, but %s looks like a JSON API,"
                                            + " which accepts with it; take the preset json-api, or"
                                            + " name 200 as accepting")
                                    .formatted(shown, path));
                }
            }
        }
        return warnings;
    }

    private static boolean isJson(String path) {
        return path.endsWith(JSON) || path.startsWith("/api/") || path.contains("/api/");
    }
}
