package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/**
 * The Flink CEP pattern of a sequence: its steps one after the other, others in between allowed,
 * within the timespan; once matched, nothing before the last step counts again. No loops.
 */
final class SequencePattern {
    private SequencePattern() {}

    /** The pattern; step {@code i} is called {@link #stepName}. */
    static Pattern<Finding, ?> of(SequenceRule sequence) {
        Pattern<Finding, Finding> pattern =
                Pattern.<Finding>begin(stepName(0), AfterMatchSkipStrategy.skipPastLastEvent())
                        .where(new IsRule(sequence.steps().get(0)));
        for (int i = 1; i < sequence.steps().size(); i++) {
            pattern = pattern.followedBy(stepName(i)).where(new IsRule(sequence.steps().get(i)));
        }
        return pattern.within(Duration.ofMillis(sequence.timespanMillis()));
    }

    /** The name of step {@code index}, from 0. */
    static String stepName(int index) {
        return "step-" + index;
    }

    /** A finding of one rule. */
    private static final class IsRule extends SimpleCondition<Finding> {
        private static final long serialVersionUID = 1L;

        private final String ruleId;

        IsRule(String ruleId) {
            this.ruleId = ruleId;
        }

        @Override
        public boolean filter(Finding finding) {
            return ruleId.equals(finding.ruleId());
        }
    }
}
