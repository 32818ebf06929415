package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ErrorReport;
import org.jspecify.annotations.Nullable;

/** Errors that Puma prints without a time: {@code text: message (Class)} and its relatives. */
final class UntimedError {

    private static final String UNSUPPORTED = "Unsupported HTTP method used: ";
    private static final String HOOK = " failed with exception (";
    private static final int LONGEST_METHOD = 64;

    private final Redaction redaction;

    UntimedError(Redaction redaction) {
        this.redaction = redaction;
    }

    /** The error that the text tells; null if it is none. */
    @Nullable ErrorReport parse(String text) {
        if (text.startsWith(UNSUPPORTED)) {
            String method = redaction.text(text.substring(UNSUPPORTED.length()), LONGEST_METHOD);
            return new ErrorReport(
                    "unsupported-method",
                    null,
                    redaction.text(text),
                    method,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
        if (text.startsWith("Error reached top of thread-pool: ")) {
            return typed("thread-pool", text);
        }
        if (text.startsWith("Error in reactor loop escaped: ")) {
            return typed("reactor", text);
        }
        if (text.startsWith("Exception calling ")) {
            return typed("hook", text);
        }
        return text.startsWith("WARNING ") && text.contains("hook") ? hook(text) : null;
    }

    /** {@code text: message (Class)}. */
    private ErrorReport typed(String action, String text) {
        int open = text.lastIndexOf(" (");
        boolean closed = open > 0 && text.endsWith(")");
        String type = closed ? text.substring(open + 2, text.length() - 1) : null;
        int colon = text.indexOf(": ");
        int end = closed ? open : text.length();
        String message = colon < 0 || colon + 2 > end ? text : text.substring(colon + 2, end);
        return report(action, type, message);
    }

    /** {@code WARNING hook NAME failed with exception (Class) message}. */
    private @Nullable ErrorReport hook(String text) {
        int open = text.indexOf(HOOK);
        int close = open < 0 ? -1 : text.indexOf(')', open);
        return close < 0 ? null : report("hook", text.substring(open + HOOK.length(), close), text);
    }

    private ErrorReport report(String action, @Nullable String type, String message) {
        String safeType = type == null ? null : redaction.text(type);
        return new ErrorReport(
                action, safeType, redaction.text(message), null, null, null, null, null, null);
    }
}
