package io.pumasentinel.baseline;

/**
 * How unusual one metric of one client was among the clients of the service.
 *
 * @param metric what was judged
 * @param score in [0,1]; 0.5 at the upper edge
 * @param observed the metric's value
 * @param expected the median client's
 * @param upper the upper edge
 * @param notable whether the effect is large enough to matter
 */
public record ClientScore(
        ClientMetric metric,
        double score,
        double observed,
        double expected,
        double upper,
        boolean notable) {}
