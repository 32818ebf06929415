package io.pumasentinel.cep;

import java.io.Serializable;
import java.util.List;

/**
 * A correlation that waits for its steps in their order.
 *
 * @param ruleId its name
 * @param steps the rules in the order in which they must hold, at least two
 * @param groupBy the group in which they must hold, as {@link
 *     io.pumasentinel.event.SignalSum#groupBy()}
 * @param timespanMillis within which time, from the first step to the last
 * @param alerting whether it alerts when it completes
 */
record SequenceRule(
        String ruleId, List<String> steps, String groupBy, long timespanMillis, boolean alerting)
        implements Serializable {

    SequenceRule {
        steps = List.copyOf(steps);
        if (steps.size() < 2) {
            throw new IllegalArgumentException(
                    "steps of %s (got %d); at least 2".formatted(ruleId, steps.size()));
        }
        if (timespanMillis < 1) {
            throw new IllegalArgumentException(
                    "timespan of %s (got %d ms); positive".formatted(ruleId, timespanMillis));
        }
    }
}
