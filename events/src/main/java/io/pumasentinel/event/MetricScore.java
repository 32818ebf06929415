package io.pumasentinel.event;

/**
 * How unusual one metric of one window, or of one client in it, was, with what was seen and what
 * was expected.
 *
 * @param metric {@code rate}, {@code errors_4xx}, {@code errors_5xx}, {@code latency.p50}, {@code
 *     latency.p95}, {@code latency.p99}, {@code bytes}, {@code denied}, {@code clients}, {@code
 *     values}; of a client {@code client.requests}, {@code client.errors}, {@code client.endpoints}
 * @param score in [0,1]; 0 = ordinary, 1 = never seen
 * @param observed the metric's value; latencies in seconds, rates in requests per second, error
 *     shares in [0,1], bytes in bytes per response
 * @param expected the baseline's centre, in the unit of {@code observed}
 * @param lower below this the score leaves the ordinary range
 * @param upper above this the score leaves the ordinary range
 * @param spanMillis how long the pooled windows were that the value was taken over
 */
public record MetricScore(
        String metric,
        double score,
        double observed,
        double expected,
        double lower,
        double upper,
        long spanMillis) {}
