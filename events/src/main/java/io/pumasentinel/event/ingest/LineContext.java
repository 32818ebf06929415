package io.pumasentinel.event.ingest;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;

/**
 * What one file or one partition remembers between lines: the last believable time. Gives a time to
 * lines without one and keeps a single false time from running the clock ahead (DESIGN 9.2, 9.6).
 * One long and a few counters; not thread-safe.
 *
 * <p>Live: a time more than 5 minutes ahead of its record's makes the line {@link
 * Unreadable#AHEAD}. Files: a jump of more than an hour moves {@link #lastMillis()} only when 20
 * lines in a row lie beyond it, and then only to the earliest of them; the lines keep their own
 * time meanwhile, because a quiet night is no fault. A line that imitates another one ({@link
 * io.pumasentinel.event.Access#forged()}) may not jump at all.
 */
public final class LineContext {

    private static final long LIVE_AHEAD_MILLIS = 5 * 60_000L;
    private static final long FILE_JUMP_MILLIS = 3_600_000L;
    private static final int AGREEING_LINES = 20;

    private final boolean live;
    private long lastMillis;
    private int beyond;
    private long earliestBeyond;

    /**
     * @param live true for a partition, whose records have times of their own; false for a file
     * @param lastMillis what {@link #lastMillis()} said when the position was saved; {@link
     *     PumaEvent#NO_TIME} at the beginning
     */
    public LineContext(boolean live, long lastMillis) {
        this.live = live;
        this.lastMillis = lastMillis;
    }

    /**
     * The event with a believable time. A line without one takes the last time seen, else its
     * record's; with neither (the first lines of a file) it keeps {@link PumaEvent#NO_TIME}.
     *
     * @param recordMillis time of the Kafka record; {@link Long#MIN_VALUE} for files
     */
    public PumaEvent place(PumaEvent parsed, long recordMillis) {
        long time = parsed.timestampMillis();
        if (time == PumaEvent.NO_TIME) {
            long placed = fallback(recordMillis);
            return placed == PumaEvent.NO_TIME ? parsed : parsed.at(placed);
        }
        if (live) {
            return placeLive(parsed, time, recordMillis);
        }
        boolean first = lastMillis == PumaEvent.NO_TIME;
        boolean jump = !first && time > lastMillis + FILE_JUMP_MILLIS;
        if ((first || jump) && forged(parsed)) {
            return ahead(parsed, recordMillis);
        }
        if (jump) {
            agree(time);
        } else {
            beyond = 0;
            lastMillis = Math.max(lastMillis, time);
        }
        return parsed;
    }

    /** The last believable time; {@link PumaEvent#NO_TIME} before the first. Never goes back. */
    public long lastMillis() {
        return lastMillis;
    }

    private PumaEvent placeLive(PumaEvent parsed, long time, long recordMillis) {
        if (recordMillis != Long.MIN_VALUE && time > recordMillis + LIVE_AHEAD_MILLIS) {
            return ahead(parsed, recordMillis);
        }
        lastMillis = Math.max(lastMillis, time);
        return parsed;
    }

    private void agree(long time) {
        earliestBeyond = beyond == 0 ? time : Math.min(earliestBeyond, time);
        beyond++;
        if (beyond >= AGREEING_LINES) {
            lastMillis = earliestBeyond;
            beyond = 0;
        }
    }

    private PumaEvent ahead(PumaEvent parsed, long recordMillis) {
        long placed = fallback(recordMillis);
        return new PumaEvent(
                io.pumasentinel.event.EventKind.UNPARSED,
                placed,
                parsed.service(),
                parsed.host(),
                parsed.position(),
                null,
                null,
                null,
                null,
                new Unparsed(Unreadable.AHEAD.text(), EventLine.of(parsed)),
                null,
                java.util.List.of(),
                java.util.List.of(),
                parsed.redacted());
    }

    private long fallback(long recordMillis) {
        return lastMillis != PumaEvent.NO_TIME ? lastMillis : recordMillis;
    }

    private static boolean forged(PumaEvent event) {
        return event.access() != null && event.access().forged();
    }
}
