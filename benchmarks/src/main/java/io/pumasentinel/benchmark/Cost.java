package io.pumasentinel.benchmark;

/**
 * What a run took.
 *
 * @param cpuNanos CPU time of the whole process
 * @param wallNanos time on the wall
 */
record Cost(long cpuNanos, long wallNanos) {}
