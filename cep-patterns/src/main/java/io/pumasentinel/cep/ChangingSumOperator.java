package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.RuleSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums matches by rules that change: the second input brings their versions. Its only state is the
 * versions, as in every operator that follows them.
 */
final class ChangingSumOperator<T> extends SignalSumOperator<T>
        implements TwoInputStreamOperator<T, RuleVersion, SignalSum> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<RuleSource> rules;
    private final Summing<T> submitted;
    private final Summing.Matching<T> matching;

    private transient RuleVersions<Summing<T>> versions;
    private transient BroadcastState<Long, RuleVersion> state;

    @SuppressWarnings("NullAway.Init") // Flink calls initializeState before anything else.
    ChangingSumOperator(
            List<RuleSource> rules, Summing<T> submitted, Summing.Matching<T> matching) {
        super(submitted);
        this.rules = new ArrayList<>(rules);
        this.submitted = submitted;
        this.matching = matching;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        state = context.getOperatorStateStore().getBroadcastState(RuleVersions.STATE);
        versions = new RuleVersions<>(rules, submitted, changed -> Summing.of(changed, matching));
        versions.restore(state);
    }

    @Override
    public void processElement1(StreamRecord<T> element) {
        processElement(element);
    }

    @Override
    public void processElement2(StreamRecord<RuleVersion> element) throws Exception {
        versions.take(element.getValue(), state);
    }

    @Override
    Summing<T> summing(long eventMillis) {
        return versions.at(eventMillis);
    }
}
