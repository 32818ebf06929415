package io.pumasentinel.cep;

import io.pumasentinel.sigma.DetectionRule;
import io.pumasentinel.sigma.RuleSet;
import io.pumasentinel.sigma.Use;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the matches of every rule are grouped before the shuffle. Travels with the operators. */
final class SummingPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final HashMap<String, List<SummedUse>> byRule = new HashMap<>();

    private SummingPlan(Map<String, List<Use>> usesByRule) {
        int number = 0;
        for (Map.Entry<String, List<Use>> rule : usesByRule.entrySet()) {
            List<SummedUse> uses = new ArrayList<>();
            for (Use use : rule.getValue()) {
                uses.add(SummedUse.of(number++, rule.getKey(), use));
            }
            byRule.put(rule.getKey(), List.copyOf(uses));
        }
    }

    /** The plan for uses given by rule. */
    static SummingPlan of(Map<String, List<Use>> usesByRule) {
        return new SummingPlan(usesByRule);
    }

    /** The plan for all detections of the set. */
    static SummingPlan of(RuleSet rules) {
        Map<String, List<Use>> uses = new HashMap<>();
        for (DetectionRule rule : rules.detections()) {
            uses.put(rule.meta().name(), rules.usesOf(rule.meta().name()));
        }
        return new SummingPlan(uses);
    }

    /** How matches of the rule are grouped; empty if nobody needs them. */
    List<SummedUse> usesOf(String ruleId) {
        return byRule.getOrDefault(ruleId, List.of());
    }
}
