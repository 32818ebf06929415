package io.pumasentinel.cep;

import io.pumasentinel.sigma.Bounds;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hand-made plans over groups by address. */
final class Plans {
    /** Ten refused sign-ins in a minute, then an accepted one within five minutes. */
    static final GroupPlan BRUTE_FORCE_THEN_SUCCESS =
            new GroupPlan(
                    List.of(count("brute-force", 60, 10, true, "auth-failure")),
                    List.of(sequence("break-in", 300, "brute-force", "auth-success")),
                    Set.of());

    private Plans() {}

    static CorrelationPlan byAddress(GroupPlan plan) {
        return new CorrelationPlan(Map.of(Sums.BY_ADDRESS, plan));
    }

    static CountingRule count(
            String ruleId, long seconds, long threshold, boolean alerting, String... inputs) {
        return count(ruleId, seconds, Bounds.atLeast(threshold), alerting, inputs);
    }

    static CountingRule count(
            String ruleId, long seconds, Bounds bounds, boolean alerting, String... inputs) {
        return new CountingRule(
                ruleId, List.of(inputs), Measure.EVENTS, "", seconds * 1000, bounds, alerting);
    }

    static CountingRule distinct(String ruleId, long seconds, long threshold, String... inputs) {
        return distinct(ruleId, seconds, Bounds.atLeast(threshold), inputs);
    }

    static CountingRule distinct(String ruleId, long seconds, Bounds bounds, String... inputs) {
        return new CountingRule(
                ruleId, List.of(inputs), Measure.VALUES, "user.name", seconds * 1000, bounds, true);
    }

    /** Adds {@code event.duration} up, or takes its mean. */
    static CountingRule amount(
            String ruleId, long seconds, Measure measure, Bounds bounds, String... inputs) {
        return new CountingRule(
                ruleId, List.of(inputs), measure, "event.duration", seconds * 1000, bounds, true);
    }

    /** Holds once all of the inputs have matched. */
    static CountingRule temporal(String ruleId, long seconds, String... inputs) {
        return new CountingRule(
                ruleId,
                List.of(inputs),
                Measure.RULES,
                "",
                seconds * 1000,
                Bounds.atLeast(inputs.length),
                true);
    }

    static SequenceRule sequence(String ruleId, long seconds, String... steps) {
        return new SequenceRule(ruleId, List.of(steps), Sums.BY_ADDRESS, seconds * 1000, true);
    }
}
