package io.pumasentinel.event.ingest;

import io.pumasentinel.event.AuthOutcome;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a request to a login path by its status; the settings' own statuses before the preset. */
final class SignIns {

    private static final String POST = "POST ";
    private static final String JSON = ".json";
    private static final String NEW = "/new";

    private final String[] endings;
    private final AuthPreset preset;
    private final Set<Integer> accepted;
    private final Set<Integer> refused;

    SignIns(AuthSettings settings) {
        this.endings = settings.loginPaths().toArray(new String[0]);
        this.preset = settings.preset();
        this.accepted = settings.accepted();
        this.refused = settings.refused();
    }

    /** By the endpoint alone, as for requests of Rails' text log. */
    AuthOutcome outcome(String method, String endpoint, int status) {
        return outcome(method, endpoint, "", status);
    }

    /** A path counts too, because a template may have a placeholder where a login path has none. */
    AuthOutcome outcome(String method, String endpoint, String path, int status) {
        boolean login = method.equals("POST") && (ends(endpoint, POST.length()) || ends(path, 0));
        if (!login) {
            return AuthOutcome.NONE;
        }
        if (accepted.contains(status)) {
            return AuthOutcome.SUCCESS;
        }
        return refused.contains(status) ? AuthOutcome.FAILURE : byPreset(status);
    }

    /**
     * A redirect says more where the log tells where to: back to a sign-in path, or to {@code /new}
     * below one, it refuses, and elsewhere it accepts.
     *
     * @param location a path or a URL; null if the log tells none
     */
    AuthOutcome outcome(
            String method, String endpoint, String path, int status, @Nullable String location) {
        AuthOutcome told = outcome(method, endpoint, path, status);
        boolean redirects = told != AuthOutcome.NONE && (status == 302 || status == 303);
        if (!redirects || location == null || configured(status)) {
            return told;
        }
        String target = path(location);
        boolean form = target.endsWith(NEW);
        String back = form ? target.substring(0, target.length() - NEW.length()) : target;
        return target.isEmpty() ? told : ends(back, 0) ? AuthOutcome.FAILURE : AuthOutcome.SUCCESS;
    }

    private boolean configured(int status) {
        return accepted.contains(status) || refused.contains(status);
    }

    /** The path of a URL; empty if it is none. */
    private static String path(String location) {
        int scheme = location.indexOf("://");
        int start = location.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        if (start < 0 || (scheme < 0 && start > 0)) {
            return "";
        }
        int end = start;
        while (end < location.length() && "?#".indexOf(location.charAt(end)) < 0) {
            end++;
        }
        return location.substring(start, end);
    }

    private AuthOutcome byPreset(int status) {
        return switch (status) {
            case 401, 403, 422, 429 -> AuthOutcome.FAILURE;
            case 302, 303 -> preset == AuthPreset.RAILS ? AuthOutcome.ATTEMPT : AuthOutcome.SUCCESS;
            case 200, 201, 204 ->
                    switch (preset) {
                        case JSON_API -> AuthOutcome.SUCCESS;
                        case FORM, DEVISE -> AuthOutcome.FAILURE;
                        case STATUS, RAILS -> AuthOutcome.ATTEMPT;
                    };
            default -> AuthOutcome.ATTEMPT;
        };
    }

    /** Whether a login path ends the text, behind its first characters. */
    private boolean ends(String text, int from) {
        int end = text.endsWith(JSON) ? text.length() - JSON.length() : text.length();
        while (end > from && text.charAt(end - 1) == '/') {
            end--;
        }
        for (String ending : endings) {
            int start = end - ending.length();
            if (start >= from && text.startsWith(ending, start)) {
                return true;
            }
        }
        return false;
    }
}
