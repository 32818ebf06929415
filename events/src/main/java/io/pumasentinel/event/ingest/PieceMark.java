package io.pumasentinel.event.ingest;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;

/**
 * What stands in the stream for the pieces of a line, so that every piece is counted where it was
 * read although only the whole line becomes an event. Travels as an unparsed event with a reason
 * that no line can have; whoever counts takes it out of the stream.
 */
public enum PieceMark {
    /** The first piece of a line is there; the line's event comes later, at its place. */
    FIRST("first piece"),
    /** Another piece of such a line. */
    FURTHER("further piece"),
    /** What follows at this place is the line that was counted as {@link #FIRST}. */
    WHOLE("whole line");

    private final String reason;

    PieceMark(String reason) {
        this.reason = reason;
    }

    /** Whether the event is this mark. */
    public boolean is(PumaEvent event) {
        Unparsed unparsed = event.unparsed();
        return unparsed != null && unparsed.reason().equals(reason);
    }

    PumaEvent at(Origin origin) {
        return PumaEvent.of(origin, PumaEvent.NO_TIME, new Unparsed(reason, ""));
    }
}
