package io.pumasentinel.cli;

import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.CorrelationType;
import io.pumasentinel.sigma.Grouping;
import java.util.stream.Collectors;

/** How correlations run, in words. */
final class Engines {
    private Engines() {}

    /** The engine's name in lists. */
    static String name(CorrelationRule rule) {
        return rule.type() == CorrelationType.TEMPORAL_ORDERED ? "cep" : "sliding";
    }

    /** The engine, and what it keeps. */
    static String of(CorrelationRule rule) {
        return rule.type() == CorrelationType.TEMPORAL_ORDERED
                ? "Flink CEP pattern"
                : "sliding window of event time";
    }

    /** When the rule holds. */
    static String condition(CorrelationRule rule) {
        String group = rule.groupText();
        String per = group.isEmpty() ? "of the service" : "of one " + group;
        String within = "within " + rule.timespanMillis() / 1_000 + " s";
        return switch (rule.type()) {
            case EVENT_COUNT ->
                    "%s matches of %s, %s, %s"
                            .formatted(
                                    rule.bounds().text(),
                                    String.join(" or ", rule.rules()),
                                    per,
                                    within);
            case VALUE_COUNT ->
                    "%s different %s among matches of %s, %s, %s"
                            .formatted(
                                    rule.bounds().text(),
                                    Grouping.text(rule.fields()),
                                    String.join(" or ", rule.rules()),
                                    per,
                                    within);
            case VALUE_SUM, VALUE_AVG ->
                    "%s of %s among matches of %s: %s, %s, %s"
                            .formatted(
                                    rule.type() == CorrelationType.VALUE_SUM ? "sum" : "mean",
                                    Grouping.text(rule.fields()),
                                    String.join(" or ", rule.rules()),
                                    rule.bounds().text(),
                                    per,
                                    within);
            case TEMPORAL ->
                    "matches of all of %s in any order, %s, %s"
                            .formatted(String.join(", ", rule.rules()), per, within);
            case TEMPORAL_ORDERED ->
                    rule.rules().stream()
                            .collect(
                                    Collectors.joining(
                                            " followedBy ",
                                            "begin ",
                                            ", " + per + ", " + within + ", skip past last event"));
        };
    }
}
