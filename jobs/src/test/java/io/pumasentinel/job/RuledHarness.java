package io.pumasentinel.job;

import io.pumasentinel.cep.RuleVersion;
import io.pumasentinel.cep.RuleVersions;
import io.pumasentinel.cep.RuledFunction;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** A keyed function that follows changing rules; the rules' input never holds the time up. */
@SuppressWarnings("try") // the harness' own close may be interrupted
public final class RuledHarness<I, O>
        extends KeyedTwoInputStreamOperatorTestHarness<String, I, RuleVersion, O> {

    public RuledHarness(RuledFunction<?, I, O> function, KeySelector<I, String> key)
            throws Exception {
        super(
                new CoBroadcastWithKeyedOperator<>(function, List.of(RuleVersions.STATE)),
                key,
                null,
                Types.STRING);
    }

    public void processElement(I element, long timestampMillis) throws Exception {
        processElement1(element, timestampMillis);
    }

    public void processWatermark(long millis) throws Exception {
        processWatermark2(Watermark.MAX_WATERMARK);
        processWatermark1(new Watermark(millis));
    }
}
