package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
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
            pattern =
                    pattern.followedBy(stepName(i))
                            .where(new Follows(sequence.steps().get(i), sequence.timespanMillis()));
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

    /**
     * A finding of one rule in its own place of the order, within the timespan of the first step's
     * own time, which is earlier than the time at which a held one was handed on.
     */
    private static final class Follows extends IterativeCondition<Finding> {
        private static final long serialVersionUID = 1L;

        private final String ruleId;
        private final long timespanMillis;

        Follows(String ruleId, long timespanMillis) {
            this.ruleId = ruleId;
            this.timespanMillis = timespanMillis;
        }

        @Override
        public boolean filter(Finding finding, Context<Finding> match) throws Exception {
            if (finding.opening() || !ruleId.equals(finding.ruleId())) {
                return false;
            }
            for (Finding first : match.getEventsForPattern(stepName(0))) {
                if (finding.timestampMillis() - first.timestampMillis() >= timespanMillis) {
                    return false;
                }
            }
            return true;
        }
    }
}
