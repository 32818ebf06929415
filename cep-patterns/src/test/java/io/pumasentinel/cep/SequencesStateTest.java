package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.transformations.OneInputTransformation;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The Flink CEP operator of one sequence by itself. */
class SequencesStateTest {
    private KeyedOneInputStreamOperatorTestHarness<String, Finding, Finding> harness;

    @BeforeEach
    @SuppressWarnings("unchecked") // One operator from findings to findings.
    void open() throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        DataStream<Finding> none =
                env.fromData(List.of(milestone("x", "a", 1)), TypeInformation.of(Finding.class));
        DataStream<Finding> sequence =
                Sequences.attach(none, Plans.byAddress(Plans.BRUTE_FORCE_THEN_SUCCESS))
                        .orElseThrow();
        var operator = (OneInputTransformation<Finding, Finding>) sequence.getTransformation();
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        operator.getOperatorFactory(), Finding::key, Types.STRING);
        harness.setup(
                TypeInformation.of(Finding.class)
                        .createSerializer(env.getConfig().getSerializerConfig()));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void leavesNoStateBehindOnceTheTimespanHasPassed() throws Exception {
        for (int key = 0; key < 100; key++) {
            send(milestone("brute-force", "a" + key, 100));
        }
        harness.processWatermark(100_999);
        assertThat(harness.numKeyedStateEntries()).isPositive();
        harness.processWatermark(500_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void leavesNoStateBehindOfASequenceThatIsComplete() throws Exception {
        send(milestone("brute-force", "a", 100));
        send(milestone("auth-success", "a", 110));
        harness.processWatermark(110_999);
        assertThat(harness.extractOutputValues())
                .extracting(Finding::ruleId)
                .containsExactly("break-in");
        harness.processWatermark(500_000);
        assertThat(harness.numKeyedStateEntries()).isZero();
    }

    private void send(Finding finding) throws Exception {
        harness.processElement(finding, finding.timestampMillis() + 999);
    }

    private static Finding milestone(String ruleId, String address, long second) {
        SignalSum sum = Sums.events(ruleId, address, second, 1, second);
        return new Finding(
                ruleId,
                sum.service(),
                sum.groupBy(),
                sum.groupKey(),
                sum.entity(),
                sum.secondMillis(),
                sum.secondMillis(),
                1,
                sum.first(),
                null,
                "web-1",
                sum.addresses(),
                null,
                sum.evidence(),
                false,
                true,
                false);
    }
}
