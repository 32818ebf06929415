package io.pumasentinel.cep;

import static io.pumasentinel.cep.Plans.BRUTE_FORCE_THEN_SUCCESS;
import static io.pumasentinel.cep.Plans.count;
import static io.pumasentinel.cep.Plans.distinct;
import static io.pumasentinel.cep.Plans.sequence;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SlidingCorrelatorTest {
    private static final String ADDRESS = "203.0.113.9";

    private final CorrelatorState state = new CorrelatorState();
    private final List<Finding> found = new ArrayList<>();

    @Test
    void countsAllEventsOfTheWindowFirstAndOnlyNewOnesAfterwards() {
        var correlator = counting(count("brute-force", 60, 10, true, "auth-failure"));
        at(correlator, 100, failures(100, 6));
        at(correlator, 130, failures(130, 7));
        at(correlator, 131, failures(131, 3));
        assertThat(found).extracting(Finding::count).containsExactly(13L, 3L);
        assertThat(found).extracting(Finding::firstMillis).containsExactly(100_000L, 131_000L);
        assertThat(found).extracting(Finding::timestampMillis).containsExactly(130_000L, 131_000L);
        assertThat(found).allMatch(Finding::alerting).noneMatch(Finding::milestone);
    }

    @Test
    void forgetsEventsThatLeftTheWindow() {
        var correlator = counting(count("brute-force", 60, 10, true, "auth-failure"));
        at(correlator, 100, failures(100, 9));
        at(correlator, 160, failures(160, 1));
        assertThat(found).isEmpty();
        at(correlator, 161, failures(161, 9));
        assertThat(found).extracting(Finding::count).containsExactly(10L);
    }

    @Test
    void includesTheOldestSecondThatIsStillInTheWindow() {
        var correlator = counting(count("brute-force", 60, 10, true, "auth-failure"));
        at(correlator, 100, failures(100, 9));
        at(correlator, 159, failures(159, 1));
        assertThat(found).extracting(Finding::count).containsExactly(10L);
    }

    @Test
    void countsNoEventTwiceWhenTheConditionHoldsAgain() {
        var correlator = counting(count("brute-force", 60, 10, true, "auth-failure"));
        at(correlator, 100, failures(100, 10));
        at(correlator, 161, failures(161, 9));
        at(correlator, 165, failures(165, 2));
        assertThat(found).extracting(Finding::count).containsExactly(10L, 11L);
    }

    @Test
    void joinsSeveralDetectionsAndSaysWhichOneWasDecisive() {
        var correlator = counting(count("probing", 60, 3, true, "sqli", "xss"));
        at(
                correlator,
                100,
                Sums.events("xss", ADDRESS, 100, 2, 5),
                Sums.events("sqli", ADDRESS, 100, 1, 9),
                Sums.events("other", ADDRESS, 100, 50, 1));
        assertThat(found).singleElement().extracting(f -> f.position().index()).isEqualTo(9L);
    }

    @Test
    void countsDistinctValuesAndNotEvents() {
        var correlator = counting(distinct("spraying", 60, 3, "auth-failure"));
        at(correlator, 100, Sums.values("auth-failure", ADDRESS, 100, 1, 11, 12));
        at(correlator, 110, Sums.values("auth-failure", ADDRESS, 110, 2, 11, 12));
        at(correlator, 110, Sums.events("auth-failure", ADDRESS, 110, 99, 3));
        assertThat(found).isEmpty();
        at(correlator, 120, Sums.values("auth-failure", ADDRESS, 120, 4, 13));
        assertThat(found).singleElement().extracting(Finding::count).isEqualTo(5L);
    }

    @Test
    void keepsEvidenceAndAddressesBounded() {
        var correlator = counting(count("brute-force", 60, 30, true, "auth-failure"));
        for (int second = 100; second < 130; second++) {
            at(correlator, second, failures(second, 1));
        }
        assertThat(found).hasSize(1);
        assertThat(found.get(0).evidence()).hasSize(10);
        assertThat(found.get(0).evidence().get(0).timestampMillis()).isEqualTo(100_000);
        assertThat(found.get(0).addresses()).containsExactly(ADDRESS);
    }

    @Test
    void remembersNoMoreSecondsThanTheThresholdNeeds() {
        var correlator = counting(count("brute-force", 3600, 10, true, "auth-failure"));
        for (int second = 100; second < 3000; second++) {
            at(correlator, second, failures(second, 1));
        }
        assertThat(state.counts)
                .hasEntrySatisfying(
                        "brute-force",
                        count -> {
                            assertThat(count.events.size()).isEqualTo(10);
                            assertThat(count.events.seconds).hasSizeLessThanOrEqualTo(32);
                        });
    }

    @Test
    void emitsAFindingForEverySecondOfAStandaloneDetection() {
        var correlator =
                new SlidingCorrelator(new GroupPlan(List.of(), List.of(), Set.of("traversal")));
        at(correlator, 100, Sums.events("traversal", ADDRESS, 100, 4, 1));
        at(correlator, 101, Sums.events("traversal", ADDRESS, 101, 2, 9));
        at(correlator, 102, Sums.events("harmless", ADDRESS, 102, 2, 19));
        assertThat(found).extracting(Finding::count).containsExactly(4L, 2L);
        assertThat(state.isEmpty()).isTrue();
    }

    @Test
    void givesOneMilestoneAMinuteHoweverLongTheAttackLasts() {
        var correlator = new SlidingCorrelator(BRUTE_FORCE_THEN_SUCCESS);
        for (int second = 0; second < 600; second++) {
            at(correlator, second, failures(second, 20));
        }
        assertThat(found).hasSize(600);
        assertThat(found.stream().filter(Finding::milestone))
                .extracting(f -> f.timestampMillis() / 1000)
                .containsExactly(0L, 60L, 120L, 180L, 240L, 300L, 360L, 420L, 480L, 540L);
    }

    @Test
    void letsASuccessThroughOnlyAfterTheStepBeforeIt() {
        var correlator = new SlidingCorrelator(BRUTE_FORCE_THEN_SUCCESS);
        at(correlator, 10, success(10, 1));
        assertThat(found).isEmpty();
        assertThat(state.isEmpty()).isTrue();
        at(correlator, 20, failures(20, 10));
        at(correlator, 30, success(30, 40));
        at(correlator, 31, success(31, 50));
        assertThat(found)
                .extracting(Finding::ruleId)
                .containsExactly("brute-force", "auth-success");
        assertThat(found).allMatch(Finding::milestone);
        assertThat(found.get(1).alerting()).isFalse();
    }

    @Test
    void ordersWhatHoldsInOneSecondByPosition() {
        var correlator = new SlidingCorrelator(BRUTE_FORCE_THEN_SUCCESS);
        at(correlator, 20, success(20, 2020), failures(20, 10));
        assertThat(found)
                .extracting(Finding::ruleId)
                .containsExactly("brute-force", "auth-success");
    }

    @Test
    void hidesASuccessThatCameBeforeTheFailuresOfTheSameSecond() {
        var correlator = new SlidingCorrelator(BRUTE_FORCE_THEN_SUCCESS);
        at(correlator, 20, success(20, 1), failures(20, 10));
        assertThat(found).extracting(Finding::ruleId).containsExactly("brute-force");
    }

    @Test
    void pacesMilestonesByAQuarterOfAShortTimespan() {
        var correlator =
                new SlidingCorrelator(
                        new GroupPlan(
                                List.of(), List.of(sequence("quick", 20, "a", "b")), Set.of()));
        for (int second = 0; second < 19; second++) {
            at(correlator, second, Sums.events("a", ADDRESS, second, 1, second));
        }
        assertThat(found).isEmpty();
        at(correlator, 19, Sums.events("b", ADDRESS, 19, 1, 19));
        assertThat(found.subList(0, 4)).allMatch(Finding::opening);
        assertThat(found.subList(0, 4))
                .extracting(f -> f.timestampMillis() / 1000)
                .containsExactly(0L, 5L, 10L, 15L);
    }

    @Test
    void tellsANonAlertingCountInFullAtItsMilestones() {
        var correlator =
                new SlidingCorrelator(
                        new GroupPlan(
                                List.of(count("scan", 60, 10, false, "not-found")),
                                List.of(sequence("scan-then-hit", 300, "scan", "exploit")),
                                Set.of()));
        for (int second = 0; second <= 60; second++) {
            at(correlator, second, Sums.events("not-found", ADDRESS, second, 100, second));
        }
        at(correlator, 61, Sums.events("exploit", ADDRESS, 61, 1, 61));
        assertThat(found).extracting(Finding::count).containsExactly(100L, 6000L, 1L);
        assertThat(found).noneMatch(Finding::alerting);
    }

    @Test
    void aFloodedKeyCostsTheSameEverySecond() {
        CountingRule many = count("many", 3600, 5_000, true, "auth-failure");
        GroupPlan plan =
                new GroupPlan(
                        List.of(many, distinct("users", 3600, 200, "auth-failure")),
                        List.of(sequence("break-in", 3600, "many", "auth-success")),
                        Set.of());
        flood(plan, 0, 5_000);
        long once = flood(plan, 5_000, 10_000);
        long later = flood(plan, 10_000, 50_000);
        assertThat(later).isLessThan(8 * 3 * Math.max(once, 1_000_000));
    }

    /** Nanoseconds for the seconds from {@code from} to {@code to}. */
    private long flood(GroupPlan plan, int from, int to) {
        SlidingCorrelator correlator = new SlidingCorrelator(plan);
        long[] users = new long[50];
        long started = System.nanoTime();
        for (int second = from; second < to; second++) {
            for (int i = 0; i < users.length; i++) {
                users[i] = second * 50L + i;
            }
            at(
                    correlator,
                    second,
                    failures(second, 1),
                    Sums.values("auth-failure", ADDRESS, second, second, users));
            found.clear();
        }
        return System.nanoTime() - started;
    }

    private SlidingCorrelator counting(CountingRule rule) {
        return new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
    }

    private void at(SlidingCorrelator correlator, long second, SignalSum... sums) {
        correlator.advance(state, second * 1000, List.of(sums), found::add);
    }

    private static SignalSum failures(long second, long count) {
        return Sums.events("auth-failure", ADDRESS, second, count, second * 100);
    }

    private static SignalSum success(long second, long line) {
        return Sums.events("auth-success", ADDRESS, second, 1, line);
    }
}
