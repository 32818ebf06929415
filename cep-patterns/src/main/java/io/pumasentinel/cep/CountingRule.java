package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Bounds;
import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.Grouping;
import java.io.Serializable;
import java.util.List;

/**
 * A correlation that counts.
 *
 * @param ruleId its name
 * @param inputs the detections that it counts
 * @param measure what of them it counts
 * @param field the fields whose distinct values it counts or whose number it adds up, as {@link
 *     SignalSum#distinctField()}; empty if it counts events or rules
 * @param timespanMillis the length of its sliding window, whole seconds
 * @param bounds the counts that hold, from 1 on; of sums and averages any
 * @param alerting whether it alerts when it holds
 */
record CountingRule(
        String ruleId,
        List<String> inputs,
        Measure measure,
        String field,
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
        long most = measure == Measure.VALUES ? SignalSum.MAX_DISTINCT : Long.MAX_VALUE;
        boolean counts = measure != Measure.SUM && measure != Measure.AVERAGE;
        if (counts && (bounds.least() < 1 || bounds.enough() > most)) {
            throw new IllegalArgumentException(
                    "bounds of %s (got %s); counts from 1 to %d"
                            .formatted(ruleId, bounds.text(), most));
        }
    }

    /**
     * The counting part of a correlation.
     *
     * @throws IllegalArgumentException if it is a sequence, or cannot be executed exactly
     */
    static CountingRule of(CorrelationRule rule) {
        return new CountingRule(
                rule.meta().name(),
                rule.rules(),
                measure(rule),
                Grouping.text(rule.fields()),
                rule.timespanMillis(),
                rule.bounds(),
                rule.alerting());
    }

    /** Whether it counts distinct values. */
    boolean countsValues() {
        return measure == Measure.VALUES || measure == Measure.RULES;
    }

    /** Whether it adds numbers up. */
    boolean adds() {
        return measure == Measure.SUM || measure == Measure.AVERAGE;
    }

    /**
     * Whether what is inside the bounds now may be on its way out of them: sums and counts only
     * grow while events come, an average goes both ways and is judged as it is.
     */
    boolean waits() {
        return bounds.capped() && measure != Measure.AVERAGE;
    }

    private static Measure measure(CorrelationRule rule) {
        return switch (rule.type()) {
            case EVENT_COUNT -> Measure.EVENTS;
            case VALUE_COUNT -> Measure.VALUES;
            case TEMPORAL -> Measure.RULES;
            case VALUE_SUM -> Measure.SUM;
            case VALUE_AVG -> Measure.AVERAGE;
            case TEMPORAL_ORDERED ->
                    throw new IllegalArgumentException(
                            "a sequence (got " + rule.meta().name() + ")");
        };
    }
}
