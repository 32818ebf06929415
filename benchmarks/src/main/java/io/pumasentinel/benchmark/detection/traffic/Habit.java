package io.pumasentinel.benchmark.detection.traffic;

/** What makes requests come. */
public enum Habit {
    /** People: a daily season, counts more scattered than Poisson's. */
    PEOPLE,
    /** Hours of nothing between a few requests. */
    SPARSE,
    /** A health check: the same number in every window. */
    CONSTANT,
    /**
     * A nightly job: thirty times as much for three minutes from the same minute of each day on.
     */
    NIGHTLY,
    /** The same of each hour. */
    HOURLY
}
