package io.pumasentinel.cli.backtest;

import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.LogSource;
import io.pumasentinel.sigma.RuleSet;
import java.util.HashSet;
import java.util.Set;

/** How soon a rule can tell: with the event that completes its count, or with closed windows. */
public final class RulePace {
    private final Set<String> windowed = new HashSet<>();

    /** The paces of loaded rules. */
    public RulePace(RuleSet rules) {
        for (DetectionRule rule : rules.detections()) {
            if (rule.source() == LogSource.WINDOW || rule.source() == LogSource.CLIENT) {
                windowed.add(rule.meta().name());
            }
        }
        // A correlation stands after those that it refers to.
        for (CorrelationRule rule : rules.correlations()) {
            if (rule.rules().stream().anyMatch(windowed::contains)) {
                windowed.add(rule.meta().name());
            }
        }
    }

    /** Whether the rule waits for windows of 10 s, its own or those of a step of its sequence. */
    boolean isWindowed(String rule) {
        return windowed.contains(rule);
    }
}
