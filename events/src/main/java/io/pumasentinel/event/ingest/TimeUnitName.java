package io.pumasentinel.event.ingest;

/** Units in which logs write durations. */
public enum TimeUnitName {
    /** Nanoseconds. */
    NS(1),
    /** Microseconds. */
    US(1_000),
    /** Milliseconds. */
    MS(1_000_000),
    /** Seconds. */
    S(1_000_000_000);

    private final long nanos;

    TimeUnitName(long nanos) {
        this.nanos = nanos;
    }

    /** Nanoseconds of one unit. */
    long nanos() {
        return nanos;
    }
}
