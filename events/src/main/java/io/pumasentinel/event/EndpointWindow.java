package io.pumasentinel.event;

import java.util.List;

/**
 * One closed window [start, start + size) of one endpoint.
 *
 * @param service the service
 * @param endpoint the endpoint template
 * @param startMillis the window's start, a multiple of its size
 * @param sizeMillis the window's length
 * @param count requests that completed in the window, at least 1
 * @param errors4xx answers 400 to 499
 * @param errors5xx answers 500 to 599
 * @param bytes sum of the known response lengths
 * @param p50Nanos median latency in nanoseconds of the answers below 400; -1 if none of them told
 *     its duration
 * @param p95Nanos 0.95 quantile, like {@code p50Nanos}
 * @param p99Nanos 0.99 quantile, like {@code p50Nanos}
 * @param scores one entry a metric that the baseline could judge; empty in warm-up
 * @param topAddresses the most frequent client addresses, most frequent first, at most 10
 * @param partial whether the input ended inside the window: then it matches no rule
 */
public record EndpointWindow(
        String service,
        String endpoint,
        long startMillis,
        long sizeMillis,
        long count,
        long errors4xx,
        long errors5xx,
        long bytes,
        long p50Nanos,
        long p95Nanos,
        long p99Nanos,
        List<MetricScore> scores,
        List<AddressCount> topAddresses,
        boolean partial) {

    /** A window that the input covers whole. */
    public EndpointWindow(
            String service,
            String endpoint,
            long startMillis,
            long sizeMillis,
            long count,
            long errors4xx,
            long errors5xx,
            long bytes,
            long p50Nanos,
            long p95Nanos,
            long p99Nanos,
            List<MetricScore> scores,
            List<AddressCount> topAddresses) {
        this(
                service,
                endpoint,
                startMillis,
                sizeMillis,
                count,
                errors4xx,
                errors5xx,
                bytes,
                p50Nanos,
                p95Nanos,
                p99Nanos,
                scores,
                topAddresses,
                false);
    }

    /** The first millisecond after the window. */
    public long endMillis() {
        return startMillis + sizeMillis;
    }
}
