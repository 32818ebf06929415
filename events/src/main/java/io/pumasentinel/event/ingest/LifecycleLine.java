package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/** What Puma prints about its processes: no time, except in the {@code === puma ===} lines. */
final class LifecycleLine {

    private static final String WORKER = "- Worker ";
    private static final String TIMED_OUT = "! Terminating timed out worker";
    private static final int LONGEST = 1024;
    private static final int LONGEST_LINE = 4096;

    private final Redaction redaction;
    private final UntimedError errors;

    LifecycleLine(Redaction redaction) {
        this.redaction = redaction;
        this.errors = new UntimedError(redaction);
    }

    /** The event that {@code b[from, to)} tells; null if it is not Puma's. */
    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        if (to - from > LONGEST_LINE) {
            return null;
        }
        int at = PidPrefix.end(b, from, to);
        int writer = at == from ? -1 : PidPrefix.value(b, from);
        if (at >= to || !possible(b[at])) {
            return null;
        }
        String text = LogText.of(b, at, to);
        var error = errors.parse(text);
        if (error != null) {
            return PumaEvent.of(origin, PumaEvent.NO_TIME, error);
        }
        String action = action(text);
        if (action == null) {
            return null;
        }
        long millis = text.startsWith("=== ") ? LifecycleNumbers.time(b, at, to) : LogTime.NONE;
        String message = LogText.cut(redaction.text(text), LONGEST);
        Lifecycle lifecycle = new Lifecycle(action, worker(text), pid(text, writer), message);
        return PumaEvent.of(origin, millis, lifecycle);
    }

    /** Every line known here begins with one of these. */
    private static boolean possible(byte first) {
        return "*-!+=PUDEW".indexOf(first) >= 0;
    }

    private static @Nullable String action(String text) {
        return switch (text.charAt(0)) {
            case '*' -> text.startsWith("* ") ? star(text) : null;
            case '-' -> dash(text);
            case '!' -> text.startsWith("! ") ? bang(text) : null;
            case '+' -> text.startsWith("+ Changing to ") ? "info" : null;
            case '=' -> marker(text);
            default -> plain(text);
        };
    }

    private static String star(String text) {
        if (text.startsWith("* Restarting...")) {
            return "restart";
        }
        return text.startsWith("* Stopping immediately!") ? "shutdown" : "info";
    }

    private static @Nullable String dash(String text) {
        if (text.startsWith(WORKER)) {
            return text.contains(") booted") ? "worker-boot" : "worker-stop";
        }
        if (text.startsWith("- Starting phased worker restart")
                || text.startsWith("- Starting worker refork")) {
            return "phased-restart";
        }
        if (text.startsWith("- Stopping ")) {
            return "worker-stop";
        }
        if (text.startsWith("- Gracefully ") || text.startsWith("- Goodbye!")) {
            return "shutdown";
        }
        boolean known =
                text.startsWith("- TERM sent to ")
                        || text.startsWith("- Idle timeout ")
                        || text.startsWith("- All workers ");
        return known ? "info" : null;
    }

    private static String bang(String text) {
        if (text.startsWith(TIMED_OUT)) {
            return "worker-timeout";
        }
        if (text.startsWith("! Unable to ") || text.startsWith("! Complete inability ")) {
            return "boot-failed";
        }
        return text.startsWith("! Detected parent died") ? "worker-stop" : "info";
    }

    private static @Nullable String marker(String text) {
        if (text.startsWith("=== puma shutdown: ")) {
            return "shutdown";
        }
        return text.startsWith("=== puma startup: ") ? "info" : null;
    }

    private static @Nullable String plain(String text) {
        if (text.startsWith("Puma starting in ")) {
            return "boot";
        }
        if (text.startsWith("PumaWorkerKiller: ")) {
            return text.contains("Sending TERM to pid ") ? "worker-stop" : "info";
        }
        if (text.startsWith("Early termination of worker")) {
            return "worker-stop";
        }
        boolean known =
                text.startsWith("Use Ctrl-C to stop")
                        || text.startsWith("Detected force shutdown of a thread");
        return known ? "info" : null;
    }

    private static int worker(String text) {
        if (text.startsWith(WORKER)) {
            return LifecycleNumbers.after(text, WORKER);
        }
        return text.startsWith(TIMED_OUT) ? LifecycleNumbers.after(text, "(Worker ") : -1;
    }

    private static int pid(String text, int writer) {
        int named =
                switch (text.charAt(0)) {
                    case '-' ->
                            Math.max(
                                    LifecycleNumbers.after(text, "(PID: "),
                                    Math.max(
                                            LifecycleNumbers.after(text, "- Stopping "),
                                            LifecycleNumbers.after(text, "- TERM sent to ")));
                    case '!' ->
                            text.startsWith(TIMED_OUT) ? LifecycleNumbers.after(text, "): ") : -1;
                    case 'P' -> LifecycleNumbers.after(text, "Sending TERM to pid ");
                    case '*' -> LifecycleNumbers.after(text, "PID: ");
                    default -> -1;
                };
        return named < 0 ? writer : named;
    }
}
