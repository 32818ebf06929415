package io.pumasentinel.event.ingest;

import io.pumasentinel.event.AuthOutcome;
import java.util.Set;

/** Judges a request to a login path by its status; the settings' own statuses before the preset. */
final class SignIns {

    private static final String POST = "POST ";
    private static final String JSON = ".json";

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

    /** By the endpoint alone, where the path is not known. */
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
