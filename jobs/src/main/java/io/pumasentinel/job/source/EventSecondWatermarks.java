package io.pumasentinel.job.source;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.PumaEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Says with every new event second that nothing older than the bound is expected: the watermark is
 * the latest second − bound − 1 ms.
 *
 * <p>It moves in steps of whole seconds and only with events, never with a clock, so that the same
 * input gives the same watermarks at the same places. It goes by the Flink record's timestamp,
 * which a source may set back where it does not believe the event's own time. Events without a time
 * and lines that nobody understood do not move it.
 */
public final class EventSecondWatermarks implements WatermarkGenerator<PumaEvent> {

    /** The watermark before the first event. */
    static final long NONE = Long.MIN_VALUE;

    private static final long SECOND_MILLIS = 1000;

    private final long boundMillis;
    private long endOfSecond = NONE;
    private long watermark = NONE;

    /**
     * Lets events come up to {@code boundMillis} after a newer second began.
     *
     * @throws IllegalArgumentException if the bound is negative
     */
    public EventSecondWatermarks(long boundMillis) {
        if (boundMillis < 0) {
            throw new IllegalArgumentException(
                    "boundMillis: negative (got %d); 0 or more".formatted(boundMillis));
        }
        this.boundMillis = boundMillis;
    }

    @Override
    public void onEvent(PumaEvent event, long recordMillis, WatermarkOutput output) {
        if (tellsTime(event) && advance(recordMillis)) {
            output.emitWatermark(new Watermark(watermark));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}

    /** Whether watermarks may follow this event. */
    static boolean tellsTime(PumaEvent event) {
        return event.kind() != EventKind.UNPARSED && event.timestampMillis() != PumaEvent.NO_TIME;
    }

    /** Takes an event time into account; true if the watermark rose. */
    boolean advance(long timestampMillis) {
        if (timestampMillis < endOfSecond) {
            return false;
        }
        long second = Math.floorDiv(timestampMillis, SECOND_MILLIS) * SECOND_MILLIS;
        endOfSecond = second + SECOND_MILLIS;
        watermark = second - boundMillis - 1;
        return true;
    }

    /** The present watermark in milliseconds; {@link #NONE} before the first event. */
    long watermark() {
        return watermark;
    }
}
