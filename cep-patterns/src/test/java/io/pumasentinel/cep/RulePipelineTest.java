package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Correlation and Flink CEP together, on a MiniCluster with two subtasks. */
class RulePipelineTest {
    private static final int KEYS = 200;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @Test
    void findsFailuresThenSuccessOfOneSecondForEveryKey() throws Exception {
        List<SignalSum> sums = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            sums.add(Sums.events("auth-success", "a" + key, 100, 1, 50));
            sums.add(Sums.events("auth-failure", "a" + key, 100, 10, 40));
        }
        List<Finding> found = PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums);
        assertThat(of(found, "break-in")).extracting(Finding::groupKey).doesNotHaveDuplicates();
        assertThat(of(found, "break-in"))
                .hasSize(KEYS)
                .allSatisfy(finding -> assertThat(finding.count()).isEqualTo(11));
        assertThat(of(found, "brute-force")).hasSize(KEYS);
        assertThat(of(found, "auth-success")).isEmpty();
    }

    @Test
    void findsNothingWhenTheSuccessComesFirst() throws Exception {
        List<SignalSum> sums = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            sums.add(Sums.events("auth-failure", "a" + key, 100, 10, 40));
            sums.add(Sums.events("auth-success", "a" + key, 100, 1, 30));
            sums.add(Sums.events("auth-success", "a" + key, 99, 1, 3000));
        }
        assertThat(of(PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums), "break-in")).isEmpty();
    }

    @Test
    void findsAnAttackAcrossTheTurnOfAnHourWithItsEvidence() throws Exception {
        List<SignalSum> sums = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            sums.add(Sums.events("auth-failure", "a", 3594 + i, 1, 10 + i));
        }
        sums.add(Sums.events("auth-success", "a", 3800, 1, 90));
        List<Finding> found = PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums);
        assertThat(of(found, "break-in"))
                .singleElement()
                .satisfies(f -> assertThat(f.firstMillis()).isEqualTo(3_594_000))
                .satisfies(f -> assertThat(f.timestampMillis()).isEqualTo(3_800_000))
                .satisfies(f -> assertThat(f.alerting()).isTrue())
                .satisfies(f -> assertThat(f.endpoint()).isEqualTo("POST /login"))
                .satisfies(f -> assertThat(f.addresses()).containsExactly("a"))
                .satisfies(
                        f ->
                                assertThat(f.evidence())
                                        .hasSize(10)
                                        .isSortedAccordingTo(Samples.OLDEST_FIRST)
                                        .last()
                                        .extracting(e -> e.text())
                                        .isEqualTo("auth-success line 90"));
    }

    @Test
    void forgetsTheFirstStepWhenTheTimespanHasPassed() throws Exception {
        List<SignalSum> sums =
                List.of(
                        Sums.events("auth-failure", "in-time", 100, 10, 1),
                        Sums.events("auth-success", "in-time", 399, 1, 2),
                        Sums.events("auth-failure", "too-late", 100, 10, 3),
                        Sums.events("auth-success", "too-late", 400, 1, 4));
        assertThat(of(PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums), "break-in"))
                .extracting(Finding::groupKey)
                .containsExactly("in-time");
    }

    @Test
    void holdsToTheOrderOfThreeSteps() throws Exception {
        GroupPlan plan =
                new GroupPlan(
                        List.of(),
                        List.of(Plans.sequence("kill-chain", 300, "scan", "exploit", "upload")),
                        Set.of());
        List<Finding> found =
                PipelineRun.of(
                        plan,
                        Stream.of(
                                        steps("right", "scan", "exploit", "upload"),
                                        steps("noisy", "scan", "scan", "exploit", "x", "upload"),
                                        steps("wrong", "scan", "upload", "exploit"),
                                        steps("twice", "exploit", "scan", "upload", "exploit"),
                                        steps("short", "scan", "exploit"))
                                .flatMap(List::stream)
                                .toList());
        assertThat(found).extracting(Finding::groupKey).containsExactlyInAnyOrder("right", "noisy");
    }

    @Test
    void stepsOfDifferentGroupsNeverMeet() throws Exception {
        List<SignalSum> sums =
                List.of(
                        Sums.events("auth-failure", "one", 100, 10, 1),
                        Sums.events("auth-success", "other", 101, 1, 2));
        assertThat(of(PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums), "break-in")).isEmpty();
    }

    @Test
    void oneDetectionFeedsEveryCorrelationThatNamesIt() throws Exception {
        GroupPlan plan =
                new GroupPlan(
                        List.of(
                                Plans.count("few", 60, 3, true, "auth-failure"),
                                Plans.count("many", 60, 10, true, "auth-failure"),
                                Plans.temporal("both", 60, "auth-failure", "auth-success")),
                        List.of(),
                        Set.of());
        List<SignalSum> sums =
                List.of(
                        Sums.events("auth-failure", "a", 100, 10, 1),
                        Sums.events("auth-success", "a", 120, 1, 2));
        List<Finding> found = PipelineRun.of(plan, sums);
        assertThat(of(found, "few")).hasSize(1);
        assertThat(of(found, "many")).hasSize(1);
        assertThat(of(found, "both")).hasSize(1);
    }

    @Test
    void anAttackThatGoesOnIsFoundAgainWithoutGrowing() throws Exception {
        List<SignalSum> sums = new ArrayList<>();
        for (int second = 0; second < 1200; second++) {
            sums.add(Sums.events("auth-failure", "a", second, 50, 2L * second));
            sums.add(Sums.events("auth-success", "a", second, 1, 2L * second + 1));
        }
        List<Finding> found = PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums);
        assertThat(of(found, "brute-force")).hasSize(1200);
        assertThat(of(found, "break-in")).hasSize(20);
    }

    @Test
    void floodingOneKeyCostsCepNothing() throws Exception {
        List<SignalSum> sums = new ArrayList<>();
        for (int second = 0; second < 20_000; second++) {
            sums.add(Sums.events("auth-failure", "a", second, 1000, second));
        }
        sums.add(Sums.events("auth-success", "a", 20_000, 1, 40_000));
        List<Finding> found = PipelineRun.of(Plans.BRUTE_FORCE_THEN_SUCCESS, sums);
        assertThat(of(found, "brute-force")).hasSize(20_000);
        assertThat(of(found, "break-in")).hasSize(1);
    }

    private static List<SignalSum> steps(String address, String... rules) {
        List<SignalSum> sums = new ArrayList<>();
        for (int i = 0; i < rules.length; i++) {
            sums.add(Sums.events(rules[i], address, 100 + i, 1, i));
        }
        return sums;
    }

    private static List<Finding> of(List<Finding> found, String ruleId) {
        return found.stream().filter(finding -> finding.ruleId().equals(ruleId)).toList();
    }
}
