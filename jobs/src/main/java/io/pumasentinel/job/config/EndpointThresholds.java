package io.pumasentinel.job.config;

import io.pumasentinel.baseline.Guards;
import java.io.Serializable;

/**
 * Thresholds of their own for some endpoints: a report that takes a minute now and then, a search
 * that may fail.
 *
 * @param endpoint an endpoint's name, {@code GET /orders/{id}}; a {@code *} at its end stands for
 *     any rest
 * @param thresholds the smallest effects that count there
 */
public record EndpointThresholds(String endpoint, Guards thresholds) implements Serializable {

    /** Whether they are those of an endpoint. */
    public boolean matches(String name) {
        int length = endpoint.length() - 1;
        return endpoint.charAt(length) == '*'
                ? name.regionMatches(0, endpoint, 0, length)
                : name.equals(endpoint);
    }
}
