package io.pumasentinel.job.mute;

import io.pumasentinel.sigma.CorrelationRule;
import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.RuleSource;
import io.pumasentinel.sigma.Signal;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which rules a deployment mutes: those that rest on nothing but baselines which a restart upsets.
 *
 * <p>Failures, refusals, clients, silence and everything that a request shows by itself are never
 * muted.
 */
public final class MutedRules {
    private static final Set<Signal> UPSET =
            EnumSet.of(
                    Signal.ANOMALY_RATE,
                    Signal.ANOMALY_LATENCY,
                    Signal.ANOMALY_BYTES,
                    Signal.ANOMALY_VALUES,
                    Signal.ANOMALY_SATURATION,
                    Signal.ANOMALY_CONNECTIONS,
                    Signal.ANOMALY_CPU);

    private MutedRules() {}

    /**
     * The names of the rules.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static Set<String> of(List<RuleSource> rules) throws InvalidRules {
        return of(RuleLoader.load(rules));
    }

    private static Set<String> of(RuleSet rules) {
        Set<String> muted = new HashSet<>();
        for (DetectionRule rule : rules.detections()) {
            String signal = rule.meta().signal();
            Optional<Signal> shown = signal == null ? Optional.empty() : Signal.named(signal);
            if (shown.filter(UPSET::contains).isPresent()) {
                muted.add(rule.meta().name());
            }
        }
        for (CorrelationRule rule : rules.correlations()) {
            if (muted.containsAll(rule.rules())) {
                muted.add(rule.meta().name());
            }
        }
        return Set.copyOf(muted);
    }
}
