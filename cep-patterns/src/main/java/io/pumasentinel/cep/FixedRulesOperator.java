package io.pumasentinel.cep;

import java.util.List;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Runs a function that could follow changing rules on the first of its inputs alone. */
final class FixedRulesOperator<I, O> extends CoBroadcastWithKeyedOperator<String, I, RuleVersion, O>
        implements OneInputStreamOperator<I, O> {
    private static final long serialVersionUID = 1L;

    FixedRulesOperator(RuledFunction<?, I, O> function) {
        super(function, List.of(RuleVersions.STATE));
    }

    @Override
    public void processElement(StreamRecord<I> element) throws Exception {
        processElement1(element);
    }
}
