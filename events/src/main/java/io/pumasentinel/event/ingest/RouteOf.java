package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.RequestDetail;
import org.jspecify.annotations.Nullable;

/** The route of a Rails request: {@code users#show} of {@code UsersController} and {@code show}. */
final class RouteOf {

    private static final String SUFFIX = "Controller";
    private static final int LONGEST = 256;

    private RouteOf() {}

    /** The route; empty if the controller or the action is. */
    static String of(String controller, String action) {
        if (controller.isEmpty() || action.isEmpty()) {
            return "";
        }
        boolean suffixed = controller.endsWith(SUFFIX) && controller.length() > SUFFIX.length();
        int end = controller.length() - (suffixed ? SUFFIX.length() : 0);
        StringBuilder name = new StringBuilder(end + 8);
        for (int i = 0; i < end; i++) {
            char c = controller.charAt(i);
            boolean upper = c >= 'A' && c <= 'Z';
            boolean word = i > 0 && Character.isLetterOrDigit(controller.charAt(i - 1));
            boolean afterLower = word && !Character.isUpperCase(controller.charAt(i - 1));
            boolean beforeLower =
                    word && i + 1 < end && Character.isLowerCase(controller.charAt(i + 1));
            if (c == ':') {
                name.append(i > 0 && controller.charAt(i - 1) == ':' ? "/" : "");
                continue;
            }
            name.append(upper && (afterLower || beforeLower) ? "_" : "");
            name.append(Character.toLowerCase(c));
        }
        return LogText.cut(name.append('#').append(action).toString(), LONGEST);
    }

    /** The request with that route; the same for an empty one. */
    static Access apply(Access access, String route) {
        RequestDetail old = access.detail();
        if (route.isEmpty()) {
            return access;
        }
        RequestDetail detail =
                old == null
                        ? new RequestDetail(-1, route, null, null)
                        : new RequestDetail(old.queueNanos(), route, old.domain(), old.referrer());
        return finished(access, access.status(), access.durationNanos(), access.auth(), detail);
    }

    /** The request with what its end told. */
    static Access finished(
            Access started,
            int status,
            long durationNanos,
            AuthOutcome outcome,
            @Nullable RequestDetail detail) {
        return new Access(
                started.clientAddress(),
                started.user(),
                started.method(),
                started.path(),
                started.query(),
                started.protocol(),
                status,
                started.responseBytes(),
                durationNanos,
                started.endpoint(),
                outcome,
                started.hijacked(),
                started.forged(),
                started.pid(),
                started.userAgent(),
                started.requestId(),
                started.traceId(),
                detail);
    }
}
