package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ErrorReport;
import org.jspecify.annotations.Nullable;

/**
 * An exception as Rails logs it, {@code [request id] Class (message):}, or its beginning where the
 * message holds line ends; the time stands in the line before.
 */
final class RailsException {

    static final String ACTION = "rails-exception";

    private static final String ROUTE = "No route matches [";
    private static final int MAX_BYTES = 16 * 1024;

    private final AccessAssembly assembly;
    private final Redaction redaction;

    RailsException(AccessAssembly assembly, Redaction redaction) {
        this.assembly = assembly;
        this.redaction = redaction;
    }

    /** The empty fatal line before an exception. */
    static ErrorReport announced(@Nullable String requestId) {
        return new ErrorReport(ACTION, null, "\n", null, null, null, null, null, requestId);
    }

    /** The exception that {@code b[from, to)} tells; null if it is none. */
    @Nullable ErrorReport parse(byte[] b, int from, int to, @Nullable String requestId) {
        int end = classEnd(b, from, to);
        if (end < 0) {
            return null;
        }
        String type = LogText.of(b, from, end);
        boolean closed = b[to - 1] == ':' && b[to - 2] == ')' && to - 2 > end + 1;
        String raw = LogText.of(b, end + 2, closed ? to - 2 : to);
        String text = LogText.cut(redaction.text(raw), MAX_BYTES);
        String message = closed ? text : text + "\n";
        int close = raw.startsWith(ROUTE) ? raw.indexOf("] \"") : -1;
        if (close < 0 || !raw.endsWith("\"")) {
            return new ErrorReport(ACTION, type, message, null, null, null, null, null, requestId);
        }
        String method = LogText.cut(raw.substring(ROUTE.length(), close), 64);
        String path = raw.substring(close + 3, Math.max(close + 3, raw.length() - 1));
        return new ErrorReport(
                ACTION,
                type,
                message,
                method,
                redaction.path(LogText.cut(path, MAX_BYTES)),
                null,
                assembly.endpoint(method, path),
                null,
                requestId);
    }

    /** Where a class's name before {@code " ("} ends; -1 if there is none that names an error. */
    private static int classEnd(byte[] b, int from, int to) {
        if (from >= to || b[from] < 'A' || b[from] > 'Z') {
            return -1;
        }
        int i = from;
        boolean colons = false;
        while (i < to && i - from < 256 && nameByte(b[i])) {
            colons |= b[i] == ':' && b[i - 1] == ':';
            i++;
        }
        boolean opens = i + 2 < to && b[i] == ' ' && b[i + 1] == '(';
        return opens && (colons || endsLikeError(b, from, i)) ? i : -1;
    }

    private static boolean nameByte(byte value) {
        return (value >= 'a' && value <= 'z')
                || (value >= 'A' && value <= 'Z')
                || (value >= '0' && value <= '9')
                || value == ':'
                || value == '_';
    }

    private static boolean endsLikeError(byte[] b, int from, int to) {
        String name = LogText.of(b, from, to);
        return name.endsWith("Error") || name.endsWith("Exception");
    }
}
