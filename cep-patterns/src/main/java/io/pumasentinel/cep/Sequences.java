package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;

/**
 * Ordered sequences: one Flink CEP operator for each, uid {@code sequence-<rule>}, over milestones
 * only, in event time, keyed by {@link Finding#key()}.
 *
 * <p>Milestones of one second keep the order in which the correlation emitted them. They cannot be
 * late behind it; if another source's were, CEP counts them in {@code numLateRecordsDropped}.
 */
final class Sequences {
    private Sequences() {}

    /** The findings of all sequences of {@code plan}; empty if it has none. */
    static Optional<DataStream<Finding>> attach(
            DataStream<Finding> findings, CorrelationPlan plan) {
        return plan.sequences().stream()
                .map(sequence -> attach(findings, sequence))
                .reduce((one, other) -> one.union(other));
    }

    private static DataStream<Finding> attach(DataStream<Finding> findings, SequenceRule sequence) {
        SingleOutputStreamOperator<Finding> steps =
                findings.filter(new IsStep(sequence))
                        .name("steps of " + sequence.ruleId())
                        .uid("steps-" + sequence.ruleId());
        return CEP.pattern(steps.keyBy(Finding::key), SequencePattern.of(sequence))
                .inEventTime()
                .process(new Completed(sequence), TypeInformation.of(Finding.class))
                .name("sequence " + sequence.ruleId())
                .uid("sequence-" + sequence.ruleId());
    }

    /** Keeps the milestones that are steps of the sequence. */
    private static final class IsStep implements FilterFunction<Finding> {
        private static final long serialVersionUID = 1L;

        private final SequenceRule sequence;

        IsStep(SequenceRule sequence) {
            this.sequence = sequence;
        }

        @Override
        public boolean filter(Finding finding) {
            return finding.milestone()
                    && finding.groupBy().equals(sequence.groupBy())
                    && sequence.steps().contains(finding.ruleId());
        }
    }

    /** Emits the finding of a completed sequence. */
    private static final class Completed extends PatternProcessFunction<Finding, Finding> {
        private static final long serialVersionUID = 1L;

        private final SequenceRule sequence;

        Completed(SequenceRule sequence) {
            this.sequence = sequence;
        }

        @Override
        public void processMatch(
                Map<String, List<Finding>> match, Context context, Collector<Finding> out) {
            List<Finding> steps = new ArrayList<>();
            for (int i = 0; i < sequence.steps().size(); i++) {
                steps.addAll(match.getOrDefault(SequencePattern.stepName(i), List.of()));
            }
            out.collect(SequenceMatch.of(sequence, steps));
        }
    }
}
