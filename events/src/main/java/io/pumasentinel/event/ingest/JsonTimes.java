package io.pumasentinel.event.ingest;

/** The times of a JSON line, in milliseconds since the epoch. */
final class JsonTimes {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LATEST_MILLIS = Long.MAX_VALUE / NANOS_PER_MILLI - 1;

    private long shown = LogTime.NONE;
    private long start = LogTime.NONE;
    private long end = LogTime.NONE;

    /** The first of several wins. */
    void value(JsonField field, JsonCursor json) {
        String text = json.text();
        long millis = IsoTime.millis(text);
        millis = millis == LogTime.NONE ? EpochNumber.millis(text) : millis;
        switch (field) {
            case START -> start = start == LogTime.NONE ? millis : start;
            case END -> end = end == LogTime.NONE ? millis : end;
            default -> shown = shown == LogTime.NONE ? millis : shown;
        }
    }

    /** When the line was written; {@link LogTime#NONE} if it does not tell. */
    long lineMillis() {
        if (shown != LogTime.NONE) {
            return shown;
        }
        return end != LogTime.NONE ? end : start;
    }

    /**
     * When the request was done.
     *
     * @param shownIsStart whether the logger stamps a request with its start
     */
    long endMillis(boolean shownIsStart, long durationNanos) {
        if (end != LogTime.NONE) {
            return end;
        }
        long begun = start == LogTime.NONE && shownIsStart ? shown : start;
        return begun == LogTime.NONE ? shown : begun + Math.max(0, durationNanos) / NANOS_PER_MILLI;
    }

    /** When the request came, in nanoseconds; {@link LogTime#NONE} if that is not known. */
    long startNanos(boolean shownIsStart, long durationNanos) {
        long begun = start == LogTime.NONE && shownIsStart && end == LogTime.NONE ? shown : start;
        if (begun != LogTime.NONE) {
            return nanos(begun);
        }
        long done = nanos(endMillis(shownIsStart, durationNanos));
        return done == LogTime.NONE || durationNanos < 0 ? LogTime.NONE : done - durationNanos;
    }

    private static long nanos(long millis) {
        boolean fits = millis >= 0 && millis <= LATEST_MILLIS;
        return fits ? millis * NANOS_PER_MILLI : LogTime.NONE;
    }
}
