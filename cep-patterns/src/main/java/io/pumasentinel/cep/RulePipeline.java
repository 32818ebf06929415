package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleLoader;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** From sums to findings: correlate, then the sequences. */
public final class RulePipeline {
    private RulePipeline() {}

    /**
     * The alerting findings over {@code sums}: standalone detections and counts, one a rule, key
     * and second, and completed sequences. Operators: {@code correlate}, {@code alerting-findings},
     * and {@code steps-<rule>}, {@code sequence-<rule>} for each sequence.
     *
     * @throws InvalidRules if a rule is wrong
     */
    public static DataStream<Finding> attach(DataStream<SignalSum> sums, RuleFeed rules)
            throws InvalidRules {
        return attach(sums, rules, CorrelationPlan.of(RuleLoader.load(rules.submitted())));
    }

    static DataStream<Finding> attach(
            DataStream<SignalSum> sums, RuleFeed rules, CorrelationPlan plan) {
        SingleOutputStreamOperator<Finding> correlated =
                rules.process(
                                sums.keyBy(SignalSum::key, Types.STRING),
                                new CorrelateFunction(rules.submitted(), plan),
                                TypeInformation.of(Finding.class))
                        .name("correlate")
                        .uid("correlate");
        DataStream<Finding> alerting =
                correlated
                        .filter(Finding::alerting)
                        .name("alerting findings")
                        .uid("alerting-findings");
        return Sequences.attach(correlated, plan).map(alerting::union).orElse(alerting);
    }
}
