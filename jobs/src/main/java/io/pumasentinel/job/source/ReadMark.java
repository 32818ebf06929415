package io.pumasentinel.job.source;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;

/**
 * What the file reader tells the operator behind it now and then: how many bytes it has taken.
 *
 * <p>It travels as an unparsed event, for there is no other way: a source has no accumulators, and
 * Flink keeps the counters of chained operators apart. {@link PlaceOperator} takes it out of the
 * stream; no line can imitate it, because no parser gives this reason.
 */
final class ReadMark {

    private static final String REASON = "read mark";

    private ReadMark() {}

    static PumaEvent of(Origin lastLine, long millis, long bytes) {
        return PumaEvent.of(lastLine, millis, new Unparsed(REASON, Long.toString(bytes)));
    }

    static boolean is(PumaEvent event) {
        Unparsed unparsed = event.unparsed();
        return unparsed != null && unparsed.reason().equals(REASON);
    }

    /** The bytes of an event that {@link #is} a mark. */
    static long bytes(PumaEvent mark) {
        Unparsed unparsed = mark.unparsed();
        return unparsed == null ? 0 : Long.parseLong(unparsed.line());
    }
}
