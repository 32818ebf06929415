package io.pumasentinel.cep;

import io.pumasentinel.sigma.RuleMeta;
import io.pumasentinel.sigma.RuleSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says whether rules have other ordered sequences than a job has operators for. */
final class SequenceChange {
    private SequenceChange() {}

    /** What would change, as one problem a line; empty if the sequences are the same. */
    static Optional<String> between(List<SequenceRule> running, RuleSet rules) {
        List<SequenceRule> next = CorrelationPlan.of(rules).sequences();
        Set<SequenceRule> changed = new LinkedHashSet<>(next);
        running.forEach(changed::remove);
        Set<SequenceRule> gone = new LinkedHashSet<>(running);
        next.forEach(gone::remove);
        changed.forEach(rule -> gone.removeIf(old -> old.ruleId().equals(rule.ruleId())));
        StringBuilder text = new StringBuilder();
        changed.forEach(rule -> append(text, rules, rule.ruleId(), "new or altered"));
        gone.forEach(rule -> append(text, rules, rule.ruleId(), "no more"));
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private static void append(StringBuilder text, RuleSet rules, String rule, String what) {
        text.append(text.isEmpty() ? "" : "\n")
                .append(rules.meta(rule).map(RuleMeta::file).orElse("rules"))
                .append(":1:1: correlation: an ordered sequence is fixed while the job runs (got ")
                .append(rule)
                .append(", ")
                .append(what)
                .append("); restart the job with it");
    }
}
