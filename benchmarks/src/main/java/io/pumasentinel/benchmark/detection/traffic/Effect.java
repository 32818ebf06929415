package io.pumasentinel.benchmark.detection.traffic;

/** What a fault changes. */
public enum Effect {
    /** Every latency by a factor. */
    LATENCY,
    /** The spread of the latencies' logarithms by a factor; the median stays. */
    SPREAD,
    /** The rate by a factor. */
    RATE,
    /** The rate is that of another time of day: the size is the hours between. */
    SEASON,
    /** A share of the requests fails with a status 4xx. */
    ERRORS_4XX,
    /** A share fails with 5xx, as slowly as it would have succeeded. */
    ERRORS_5XX,
    /** A share fails with 5xx within a millisecond. */
    FAST_FAILURE,
    /** Every response's length by a factor. */
    BYTES
}
