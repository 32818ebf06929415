package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.RuleLoader;
import io.pumasentinel.sigma.RuleSource;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator that follows the rules: which version counts, what is kept, what is restored. */
class RuleVersionsTest {
    private RuledHarness<SignalSum, Finding> harness;
    private int keys;

    @BeforeEach
    void open() throws Exception {
        harness = harness();
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void aVersionCountsFromItsSecondOnWhenItCameBefore() throws Exception {
        threshold(200, 20);
        assertThat(holds(199, 10)).isTrue();
        assertThat(holds(200, 19)).isFalse();
        assertThat(holds(201, 20)).isTrue();
    }

    @Test
    void aVersionThatCameAfterItsSecondCountsForWhatIsStillToCome() throws Exception {
        assertThat(holds(250, 10)).isTrue();
        threshold(200, 20);
        assertThat(holds(251, 19)).isFalse();
    }

    @Test
    void aLaterVersionOfTheSameSecondReplacesTheEarlier() throws Exception {
        threshold(200, 20);
        threshold(200, 5);
        assertThat(holds(200, 5)).isTrue();
    }

    @Test
    void versionsOutliveACheckpoint() throws Exception {
        threshold(200, 20);
        threshold(300, 30);
        OperatorSubtaskState checkpoint = harness.snapshot(1, 1);
        close();
        harness = harness();
        harness.initializeState(checkpoint);
        harness.open();
        assertThat(holds(250, 19)).isFalse();
        assertThat(holds(251, 20)).isTrue();
        assertThat(holds(300, 20)).isFalse();
    }

    @Test
    void aVersionThatNoLongerLoadsLeavesTheOneBeforeInForce() throws Exception {
        threshold(200, 20);
        harness.processElement2(
                new RuleVersion(300_000, List.of(new RuleSource("sign-in.yml", "title: ["))), 0);
        assertThat(holds(300, 19)).isFalse();
        assertThat(holds(301, 20)).isTrue();
    }

    @Test
    void onlyTheNewestVersionsAreKeptAndTheOldestOfThemJudgesWhatIsOlder() throws Exception {
        int more = 4;
        for (int i = 1; i <= RuleVersions.KEPT + more; i++) {
            threshold(100 * i, 20 + i);
        }
        assertThat(
                        harness.getOperator()
                                .getOperatorStateBackend()
                                .getBroadcastState(RuleVersions.STATE)
                                .immutableEntries())
                .hasSize(RuleVersions.KEPT);
        int oldest = 20 + more + 1;
        assertThat(holds(50, oldest - 1)).isFalse();
        assertThat(holds(51, oldest)).isTrue();
    }

    /** Whether brute force is found when an address of its own fails so often in the second. */
    private boolean holds(int second, int failures) throws Exception {
        int before = harness.extractOutputValues().size();
        String address = "192.0.2." + keys++;
        SignalSum sum = Sums.events("sign-in-refused", address, second, failures, second * 100L);
        harness.processElement(sum, sum.secondMillis() + 999);
        harness.processWatermark(second * 1000L + 999);
        return harness.extractOutputValues().size() > before;
    }

    private void threshold(int second, int least) throws Exception {
        RuleSource file = Rules.signIn().get(0);
        String text = file.text().replace("gte: 10", "gte: " + least);
        assertThat(text).isNotEqualTo(file.text());
        harness.processElement2(
                new RuleVersion(second * 1000L, List.of(new RuleSource(file.file(), text))), 0);
    }

    private static RuledHarness<SignalSum, Finding> harness() throws Exception {
        return new RuledHarness<>(
                new CorrelateFunction(
                        Rules.signIn(), CorrelationPlan.of(RuleLoader.load(Rules.signIn()))),
                SignalSum::key);
    }
}
