package io.pumasentinel.job;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.sigma.RuleSource;
import java.io.Serializable;
import java.util.List;

/**
 * What the graph needs to know besides its source and its sinks.
 *
 * @param baseline how the baselines learn
 * @param rules the rules, checked
 * @param cooldownMillis quiet time after which an incident is over
 * @param maxEndpoints endpoints of one service and partition that get state of their own
 */
public record JobSettings(
        BaselineSettings baseline, List<RuleSource> rules, long cooldownMillis, int maxEndpoints)
        implements Serializable {

    public JobSettings {
        rules = List.copyOf(rules);
        if (cooldownMillis <= 0) {
            throw new IllegalArgumentException(
                    "cooldown is not positive (got " + cooldownMillis + " ms); 1 ms or more");
        }
        if (maxEndpoints <= 0) {
            throw new IllegalArgumentException(
                    "endpoints per service are not positive (got "
                            + maxEndpoints
                            + "); 1 or more");
        }
    }
}
