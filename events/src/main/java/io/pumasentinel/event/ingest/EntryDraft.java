package io.pumasentinel.event.ingest;

import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One entry of the error output while its lines come in. */
final class EntryDraft {

    private static final String DUMP = "Invalid HTTP format, parsing fails. Bad headers";
    private static final String TAB = "\\x09";

    private PumaEvent head;
    private final long streamMillis;
    private final StringBuilder message;
    private final StringBuilder trace;
    private final List<String> removed;
    private boolean open;
    private int lines;

    EntryDraft(PumaEvent head, long streamMillis) {
        this(new OpenEntry(head, streamMillis, "", "", List.of(), goesOn(head), 1));
    }

    EntryDraft(OpenEntry saved) {
        this.head = saved.head();
        this.streamMillis = saved.streamMillis();
        this.message = new StringBuilder(saved.message());
        this.trace = new StringBuilder(saved.trace());
        this.removed = new ArrayList<>(saved.removed());
        this.open = saved.open();
        this.lines = saved.lines();
    }

    OpenEntry saved() {
        return new OpenEntry(
                head,
                streamMillis,
                message.toString(),
                trace.toString(),
                new ArrayList<>(removed),
                open,
                lines);
    }

    PumaEvent head() {
        return head;
    }

    long streamMillis() {
        return streamMillis;
    }

    boolean isOf(PumaEvent event) {
        return event.host().equals(head.host()) && event.service().equals(head.service());
    }

    /** Takes a line that nobody understood by itself; false if it is not this entry's. */
    boolean take(PumaEvent event, Unparsed line) {
        boolean frame = Continuation.REASON.equals(line.reason());
        boolean blank = Unreadable.EMPTY.text().equals(line.reason());
        boolean free = Unreadable.UNRECOGNISED.text().equals(line.reason());
        boolean mine = open ? frame || blank || free : frame || (blank && rails());
        mine |= free && trace.isEmpty() && ofLifecycle(line.line());
        if (!mine
                || lines >= LineJoin.MAX_LINES
                || length() + line.line().length() > LineJoin.MAX_CHARS) {
            return false;
        }
        lines++;
        remove(event.redacted());
        if (open) {
            goOn(line.line());
        } else if (!blank) {
            frame(line.line());
        }
        return true;
    }

    /** Takes the error that a Rails log tells in the lines after an empty fatal one. */
    boolean take(PumaEvent event, ErrorReport report) {
        ErrorReport mine = head.error();
        boolean waiting =
                mine != null
                        && mine.action().equals(RailsException.ACTION)
                        && mine.type() == null
                        && (report.requestId() == null
                                || report.requestId().equals(mine.requestId()));
        if (!waiting || !report.action().equals(RailsException.ACTION)) {
            return false;
        }
        lines++;
        remove(event.redacted());
        open = report.message().endsWith("\n");
        head =
                like(
                        head,
                        PumaEvent.of(origin(), head.timestampMillis(), withRequest(report, mine)));
        return true;
    }

    /** The whole entry as one event at its first line's place. */
    PumaEvent event() {
        ErrorReport error = head.error();
        Lifecycle lifecycle = head.lifecycle();
        if (error != null) {
            String text = stripEnd(error.message()) + message;
            String frames = trace.isEmpty() ? error.stackTrace() : trace.substring(1);
            return like(
                    head,
                    PumaEvent.of(origin(), head.timestampMillis(), rewritten(error, text, frames)));
        }
        if (lifecycle == null || trace.isEmpty()) {
            return head;
        }
        var whole =
                new Lifecycle(
                        lifecycle.action(),
                        lifecycle.worker(),
                        lifecycle.pid(),
                        lifecycle.message() + trace);
        return like(head, PumaEvent.of(origin(), head.timestampMillis(), whole));
    }

    private void goOn(String line) {
        ErrorReport error = head.error();
        boolean dump = error != null && error.message().startsWith(DUMP);
        boolean rails = rails();
        boolean closes = rails ? line.endsWith("):") : closes(line);
        String text = closes ? line.substring(0, line.length() - (rails ? 2 : 1)) : line;
        message.append('\n').append(dump ? header(text) : text);
        if (dump) {
            remove(List.of(Redaction.DUMPED));
        }
        open = !closes;
    }

    private void frame(String line) {
        int from = line.startsWith(prefix()) ? prefix().length() : 0;
        from += line.startsWith(TAB, from) ? TAB.length() : 0;
        String text = line.substring(from).strip();
        if (!text.isEmpty()) {
            trace.append('\n').append(text);
        }
    }

    /** What this entry's lines begin with: a request's tag, or the worker that does not start. */
    private String prefix() {
        String id = head.error() == null ? null : head.error().requestId();
        int pid = head.lifecycle() == null ? -1 : head.lifecycle().pid();
        return id != null ? "[" + id + "]" : pid >= 0 ? "[" + pid + "] " : "";
    }

    /** The end of the inspected error: a bracket that no other one of the line opens. */
    private static boolean closes(String line) {
        if (!line.endsWith(">")) {
            return false;
        }
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
        }
        return depth < 0;
    }

    /** Of a dumped header only the name: any of them may be a secret. */
    private static String header(String line) {
        int colon = line.indexOf(':');
        return colon < 0 ? Redaction.MARK : line.substring(0, colon + 1) + " " + Redaction.MARK;
    }

    private static boolean goesOn(PumaEvent head) {
        return head.error() != null && head.error().message().endsWith("\n");
    }

    private boolean rails() {
        return head.error() != null && head.error().action().equals(RailsException.ACTION);
    }

    private boolean ofLifecycle(String line) {
        return head.lifecycle() != null && !prefix().isEmpty() && line.startsWith(prefix());
    }

    private int length() {
        return message.length() + trace.length();
    }

    private void remove(List<String> more) {
        for (String what : more) {
            if (!removed.contains(what)) {
                removed.add(what);
            }
        }
    }

    private Origin origin() {
        return new Origin(head.service(), head.host(), head.position());
    }

    private PumaEvent like(PumaEvent first, PumaEvent whole) {
        if (first.redacted().isEmpty() && removed.isEmpty()) {
            return whole;
        }
        List<String> all = new ArrayList<>(first.redacted());
        removed.stream().filter(what -> !all.contains(what)).forEach(all::add);
        return whole.without(List.copyOf(all));
    }

    private static String stripEnd(String text) {
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private static ErrorReport withRequest(ErrorReport report, @Nullable ErrorReport first) {
        String id =
                report.requestId() != null || first == null
                        ? report.requestId()
                        : first.requestId();
        return new ErrorReport(
                report.action(),
                report.type(),
                report.message(),
                report.method(),
                report.path(),
                report.clientAddress(),
                report.endpoint(),
                report.stackTrace(),
                id);
    }

    private static ErrorReport rewritten(
            ErrorReport error, String message, @Nullable String trace) {
        return new ErrorReport(
                error.action(),
                error.type(),
                message,
                error.method(),
                error.path(),
                error.clientAddress(),
                error.endpoint(),
                trace,
                error.requestId());
    }
}
