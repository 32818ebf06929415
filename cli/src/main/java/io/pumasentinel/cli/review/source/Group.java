package io.pumasentinel.cli.review.source;

import java.util.List;
import java.util.Map;

/**
 * One group of an answer.
 *
 * @param keys the values that make the group, in the question's order
 * @param count its documents
 * @param measures the question's measures
 */
public record Group(List<String> keys, long count, Map<Measure, Double> measures) {
    /** Keeps copies. */
    public Group {
        keys = List.copyOf(keys);
        measures = Map.copyOf(measures);
    }

    /** The first key. */
    public String key() {
        return keys.get(0);
    }

    /**
     * A measure.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public double value(Measure measure) {
        Double value = measures.get(measure);
        if (value == null) {
            throw new IllegalArgumentException("measure: not asked for (got " + measure + ")");
        }
        return value;
    }
}
