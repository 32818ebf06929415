package io.pumasentinel.event;

/**
 * How unusual one metric of one window, of one client in it, or of one worker was, with what was
 * seen and what was expected.
 *
 * @param metric {@code rate}, {@code errors_4xx}, {@code errors_5xx}, {@code latency.p50}, {@code
 *     latency.p95}, {@code latency.p99}, {@code bytes}, {@code denied}, {@code clients}, {@code
 *     values} of a window; {@code client.requests}, {@code client.errors}, {@code client.endpoints}
 *     of a client; {@code utilization}, {@code backlog}, {@code backlog_max}, {@code queueing},
 *     {@code request_rate}, {@code cpu}, {@code memory}, {@code memory_growth}, {@code reactor_max}
 *     of a worker: the part of an anomaly's name after {@code anomaly.}
 * @param score in [0,1]; 0 = ordinary, 1 = never seen
 * @param observed the metric's value; latencies in seconds, rates in requests per second, error
 *     shares in [0,1], bytes in bytes per response; of a worker: threads per thread, requests,
 *     shares of samples, cores, bytes, connections
 * @param expected the baseline's centre, in the unit of {@code observed}
 * @param lower below this the score leaves the ordinary range
 * @param upper above this the score leaves the ordinary range
 * @param spanMillis how long the pooled windows or samples were that the value was taken over
 */
public record MetricScore(
        String metric,
        double score,
        double observed,
        double expected,
        double lower,
        double upper,
        long spanMillis) {}
