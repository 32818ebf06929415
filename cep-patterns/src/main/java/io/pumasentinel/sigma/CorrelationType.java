package io.pumasentinel.sigma;

/** How a correlation joins the matches of its rules. */
public enum CorrelationType {
    /** Counts matches. */
    EVENT_COUNT,
    /** Counts distinct values of a field. */
    VALUE_COUNT,
    /** Adds a number of the matches up. */
    VALUE_SUM,
    /** Takes the mean of a number of the matches. */
    VALUE_AVG,
    /** Waits until all of its rules have matched, in any order. */
    TEMPORAL,
    /** Waits for its rules in the order of their names. */
    TEMPORAL_ORDERED
}
