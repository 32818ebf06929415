package io.pumasentinel.sigma;

import io.pumasentinel.event.MetricScore;

/** What rules and evidence say of a score, whatever it is about. */
final class AnomalyFields {
    private AnomalyFields() {}

    /** The field's number; NaN if it is none of a score's. */
    static double number(Field field, MetricScore metric) {
        return switch (field) {
            case ANOMALY_SCORE -> metric.score();
            case ANOMALY_OBSERVED -> metric.observed();
            case ANOMALY_EXPECTED -> metric.expected();
            case ANOMALY_SPAN -> metric.spanMillis() / 1e3;
            case ANOMALY_FACTOR -> factor(metric.observed(), metric.expected());
            default -> Double.NaN;
        };
    }

    /** How many times the expected; NaN if nothing was expected. */
    static double factor(double observed, double expected) {
        return expected > 0 ? observed / expected : Double.NaN;
    }

    /** Observed, expected and upper edge, as evidence shows them. */
    static String describe(MetricScore metric) {
        return "%s %s (expected %s, upper %s)"
                .formatted(
                        metric.metric(),
                        Sample.number(metric.observed()),
                        Sample.number(metric.expected()),
                        Sample.number(metric.upper()));
    }
}
