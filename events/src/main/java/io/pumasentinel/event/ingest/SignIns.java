package io.pumasentinel.event.ingest;

import io.pumasentinel.event.AuthOutcome;

/** Judges a request to a login path by its status. */
final class SignIns {

    private static final String POST = "POST ";
    private static final String JSON = ".json";

    private final String[] endings;
    private final AuthPreset preset;

    SignIns(AuthSettings settings) {
        this.endings = settings.loginPaths().toArray(new String[0]);
        this.preset = settings.preset();
    }

    AuthOutcome outcome(String method, String endpoint, int status) {
        if (!method.equals("POST") || !login(endpoint)) {
            return AuthOutcome.NONE;
        }
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

    private boolean login(String endpoint) {
        int end = endpoint.endsWith(JSON) ? endpoint.length() - JSON.length() : endpoint.length();
        for (String ending : endings) {
            int start = end - ending.length();
            if (start >= POST.length() - 1
                    && endpoint.regionMatches(start, ending, 0, ending.length())) {
                return true;
            }
        }
        return false;
    }
}
