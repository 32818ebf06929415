package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/**
 * Puma's error output: {@code TIME text ("METHOD target" - (addresses)): #<Class: message>}. The
 * request's parts are the client's text, so the error is looked for from the right.
 */
final class ErrorLine {

    private static final String ERROR = ": #<";
    private static final String REQUEST = " (\"";
    private static final String REQUEST_END = ")): #<";
    private static final String ADDRESSES = "\" - (";
    private static final String PEER = "SSL error, peer: ";
    private static final int MAX_BYTES = 16 * 1024;

    private final AccessAssembly assembly;
    private final Redaction redaction;

    ErrorLine(AccessAssembly assembly, Redaction redaction) {
        this.assembly = assembly;
        this.redaction = redaction;
    }

    /** The error that {@code b[from, to)} tells with its time; null if it is none. */
    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        long millis = LogTime.ruby(b, from, to);
        int at = from + LogTime.RUBY_LENGTH;
        if (millis == LogTime.NONE || at + 1 >= to || b[at] != ' ') {
            return null;
        }
        String text = LogText.of(b, at + 1, to);
        String action = action(text);
        int request = request(text, action);
        int error = request < 0 ? text.indexOf(ERROR) : text.lastIndexOf(REQUEST_END);
        if (error < 0 && (action.equals("error") || text.length() < 5)) {
            return null;
        }
        int hash = error < 0 ? text.length() : text.indexOf("#<", error);
        Inspected inspected = Inspected.of(text.substring(hash));
        ErrorReport report =
                request < 0
                        ? report(action, inspected, peer(text, hash))
                        : withRequest(action, inspected, text, request, hash);
        return PumaEvent.of(origin, millis, report);
    }

    private static String action(String text) {
        if (text.startsWith("Rack app")) {
            return "rack-app";
        }
        if (text.startsWith("HTTP parse error")) {
            return "parse-error";
        }
        if (text.startsWith("SSL error")) {
            return "ssl-error";
        }
        if (text.startsWith("Read:") || text.startsWith("Read (")) {
            return "read";
        }
        if (text.startsWith("Listen loop")) {
            return "listen-loop";
        }
        return text.startsWith("Exception handling servers") ? "handle-servers" : "error";
    }

    /** Where the request's parenthesis opens; -1 if the line has none. */
    private static int request(String text, String action) {
        int open = text.indexOf(REQUEST);
        int error = text.indexOf(ERROR);
        boolean before = open >= 0 && (error < 0 || open < error);
        return before && !action.equals("ssl-error") ? open : -1;
    }

    private @Nullable String peer(String text, int end) {
        if (!text.startsWith(PEER)) {
            return null;
        }
        int comma = text.indexOf(',', PEER.length());
        return assembly.client(text.substring(PEER.length(), comma < 0 ? end : comma));
    }

    private ErrorReport report(String action, Inspected inspected, @Nullable String client) {
        return new ErrorReport(
                action, type(inspected), message(inspected), null, null, client, null, null, null);
    }

    private ErrorReport withRequest(
            String action, Inspected inspected, String text, int open, int hash) {
        int from = open + REQUEST.length();
        int blank = text.indexOf(' ', from);
        int split = text.indexOf(ADDRESSES, from);
        if (blank < 0 || split < 0 || blank > split || split >= hash) {
            return report(action, inspected, null);
        }
        String method = redaction.text(text.substring(from, blank), 64);
        String target = text.substring(blank + 1, split);
        int close = Math.max(split + ADDRESSES.length(), hash - REQUEST_END.length() + 2);
        String addresses = text.substring(split + ADDRESSES.length(), Math.min(close, hash));
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        return new ErrorReport(
                action,
                type(inspected),
                message(inspected),
                method,
                target.isEmpty() ? null : redaction.url(target, MAX_BYTES),
                assembly.client(addresses),
                target.isEmpty() ? null : assembly.endpoint(method, path),
                null,
                null);
    }

    private @Nullable String type(Inspected inspected) {
        return inspected.type() == null ? null : redaction.text(inspected.type());
    }

    /** With a line end behind it if the message goes on in the next line. */
    private String message(Inspected inspected) {
        String text = redaction.text(inspected.message(), MAX_BYTES);
        return inspected.open() ? text + "\n" : text;
    }
}
