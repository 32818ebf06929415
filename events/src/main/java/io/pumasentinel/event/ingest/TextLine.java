package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import org.jspecify.annotations.Nullable;

/**
 * A line that is not JSON: tries the formats in the order in which a client could not fake them.
 */
final class TextLine {

    private final NativeLine natives;

    TextLine(AccessAssembly assembly, Redaction redaction) {
        this.natives = new NativeLine(assembly);
    }

    @Nullable PumaEvent parse(byte[] b, int from, int to, Origin origin) {
        return natives.parse(b, from, to, origin);
    }

    /** Why a line that {@link #parse} refused cannot be read. */
    static Unreadable reason(byte[] b, int from, int to) {
        return to == from ? Unreadable.EMPTY : Unreadable.UNRECOGNISED;
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
