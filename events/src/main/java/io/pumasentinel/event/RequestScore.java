package io.pumasentinel.event;

/**
 * How unusual one request's latency was for its endpoint.
 *
 * @param score in [0,1]; 0 = ordinary
 * @param expectedNanos the endpoint's usual latency (median), in nanoseconds
 * @param upperNanos the latency above which the score leaves the ordinary range, in nanoseconds
 */
public record RequestScore(double score, long expectedNanos, long upperNanos) {}
