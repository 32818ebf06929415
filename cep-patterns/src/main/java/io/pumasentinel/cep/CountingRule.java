package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
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
 * @param threshold the least count that holds, at least 1
 * @param alerting whether it alerts when it holds
 */
record CountingRule(
        String ruleId,
        List<String> inputs,
        String distinctField,
        boolean distinctRules,
        long timespanMillis,
        long threshold,
        boolean alerting)
        implements Serializable {

    CountingRule {
        if (timespanMillis < 1000 || timespanMillis % 1000 != 0) {
            throw new IllegalArgumentException(
                    "timespan of %s (got %d ms); a positive number of whole seconds"
                            .formatted(ruleId, timespanMillis));
        }
        long most = distinctField.isEmpty() ? Long.MAX_VALUE : SignalSum.MAX_DISTINCT;
        if (threshold < 1 || threshold > most) {
            throw new IllegalArgumentException(
                    "threshold of %s (got %d); 1 to %d".formatted(ruleId, threshold, most));
        }
    }

    /** Whether it counts distinct values. */
    boolean countsValues() {
        return distinctRules || !distinctField.isEmpty();
    }
}
