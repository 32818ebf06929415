package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Bounds;
import java.io.Serializable;
import java.util.List;

/**
 * A correlation that counts.
 *
 * @param ruleId its name
 * @param inputs the detections that it counts
 * @param distinctField the field whose distinct values it counts; empty if it counts events
 * @param distinctRules whether it counts which of its inputs matched; then the field is empty
 * @param timespanMillis the length of its sliding window, whole seconds
 * @param bounds the counts that hold, from 1 on
 * @param alerting whether it alerts when it holds
 */
record CountingRule(
        String ruleId,
        List<String> inputs,
        String distinctField,
        boolean distinctRules,
        long timespanMillis,
        Bounds bounds,
        boolean alerting)
        implements Serializable {

    CountingRule {
        if (timespanMillis < 1000 || timespanMillis % 1000 != 0) {
            throw new IllegalArgumentException(
                    "timespan of %s (got %d ms); a positive number of whole seconds"
                            .formatted(ruleId, timespanMillis));
        }
        long most = distinctField.isEmpty() ? Long.MAX_VALUE : SignalSum.MAX_DISTINCT;
        if (bounds.least() < 1 || bounds.enough() > most) {
            throw new IllegalArgumentException(
                    "bounds of %s (got %s); counts from 1 to %d"
                            .formatted(ruleId, bounds.text(), most));
        }
    }

    /** Whether it counts distinct values. */
    boolean countsValues() {
        return distinctRules || !distinctField.isEmpty();
    }
}
