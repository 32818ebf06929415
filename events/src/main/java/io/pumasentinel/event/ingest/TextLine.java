package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line that is not JSON. Access formats come first: their right end is written by the server,
 * while their left end is the client's and may look like anything.
 */
final class TextLine {

    private final NativeLine natives;
    private final CombinedLine combined;
    private final ErrorLine errors;
    private final LifecycleLine lifecycles;
    private final LogrageLine lograge;
    private final RailsLine rails;

    TextLine(AccessAssembly assembly, Redaction redaction) {
        this.natives = new NativeLine(assembly);
        this.combined = new CombinedLine(assembly);
        this.errors = new ErrorLine(assembly, redaction);
        this.lifecycles = new LifecycleLine(redaction);
        this.lograge = new LogrageLine(assembly);
        this.rails = new RailsLine(assembly, redaction);
    }

    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        PumaEvent event = natives.parse(b, from, to, origin);
        event = event == null ? combined.parse(b, from, to, origin) : event;
        event = event == null ? errors.parse(b, from, to, origin) : event;
        event = event == null ? lifecycles.parse(b, from, to, origin) : event;
        event = event == null ? lograge.parse(b, from, to, origin) : event;
        return event == null ? rails.parse(b, from, to, origin) : event;
    }

    /** Why a line that {@link #parse} refused cannot be read. */
    static Unreadable reason(byte[] b, int from, int to) {
        if (to == from) {
            return Unreadable.EMPTY;
        }
        if (b[from] == '{') {
            return Unreadable.BROKEN_JSON;
        }
        return Continuation.is(b, from, to) ? Unreadable.CONTINUATION : Unreadable.UNRECOGNISED;
    }

    /** The line's end without blanks and a carriage return. */
    static int trimmed(byte[] b, int from, int to) {
        int end = to;
        while (end > from && (b[end - 1] == ' ' || b[end - 1] == '\r' || b[end - 1] == '\n')) {
            end--;
        }
        return end;
    }
}
