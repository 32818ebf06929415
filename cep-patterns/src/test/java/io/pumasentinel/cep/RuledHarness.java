package io.pumasentinel.cep;

import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** A keyed function that follows changing rules; the rules' input never holds the time up. */
@SuppressWarnings("try") // the harness' own close may be interrupted
final class RuledHarness<I, O>
        extends KeyedTwoInputStreamOperatorTestHarness<String, I, RuleVersion, O> {

    RuledHarness(RuledFunction<?, I, O> function, KeySelector<I, String> key) throws Exception {
        super(
                new CoBroadcastWithKeyedOperator<>(function, List.of(RuleVersions.STATE)),
                key,
                null,
                Types.STRING);
    }

    void processElement(I element, long timestampMillis) throws Exception {
        processElement1(element, timestampMillis);
    }

    void processWatermark(long millis) throws Exception {
        processWatermark2(Watermark.MAX_WATERMARK);
        processWatermark1(new Watermark(millis));
    }
}
