package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;

/** Makes the events of lines that cannot be used: the beginning of the line, redacted. */
final class Refusal {

    private static final int MAX_KEPT_BYTES = 4096;

    private final Redaction redaction;

    Refusal(Redaction redaction) {
        this.redaction = redaction;
    }

    PumaEvent of(RawLine line, int to, Unreadable reason) {
        return of(line.bytes(), line.from(), to, line.origin(), reason);
    }

    /** Redacted before it is cut, or half a secret would escape its pattern. */
    PumaEvent of(byte[] b, int from, int to, Origin origin, Unreadable reason) {
        int end = Math.min(to, from + 2 * MAX_KEPT_BYTES);
        int colon = reason == Unreadable.CONTINUATION ? Continuation.dumpedName(b, from, end) : -1;
        String text =
                colon < 0
                        ? redaction.text(LogText.of(b, from, end), MAX_KEPT_BYTES)
                        : redaction.dumped(LogText.of(b, from, colon));
        return PumaEvent.of(origin, PumaEvent.NO_TIME, new Unparsed(reason.text(), text));
    }

    /** A piece that nobody joins, or a line that has lost its end. */
    PumaEvent of(Piece piece, Unreadable reason) {
        int end = piece.safeEnd();
        return of(piece.bytes(), piece.from(), end, piece.origin(), reason).at(piece.millis());
    }
}
