package io.pumasentinel.cep;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and means, compared with a recomputation over everything that was ever seen. */
class AmountOracleTest {
    private static final String ADDRESS = "203.0.113.9";
    private static final double NONE = Double.POSITIVE_INFINITY;
    private static final int RUNS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addsNumbersUpExactly(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            Bounds bounds = new Bounds(1 + random.nextInt(40), NONE, NONE, "sum");
            compare(random, Measure.SUM, bounds, 1, "seed " + seed + ", run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void takesMeansExactly(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            double least = random.nextDouble() * 3;
            Bounds bounds =
                    random.nextBoolean()
                            ? new Bounds(least, NONE, NONE, "mean")
                            : new Bounds(-NONE, Math.nextDown(least), NONE, "mean");
            compare(random, Measure.AVERAGE, bounds, 1, "seed " + seed + ", run " + run);
        }
    }

    /** A day's window slides by 144 s, a window of 20 minutes by 2 s. */
    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void countsLongWindowsByStretchesAndNeverTooFarBack(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS / 5; run++) {
            Bounds bounds = new Bounds(1 + random.nextInt(200), NONE, NONE, "sum");
            int pace = random.nextBoolean() ? 60 : 4000;
            compare(random, Measure.SUM, bounds, pace, "seed " + seed + ", run " + run);
        }
    }

    @Test
    void remembersSixHundredStretchesHoweverLongTheWindow() {
        CountingRule rule =
                Plans.amount("sum", 86_400, Measure.SUM, new Bounds(1e9, NONE, NONE, "sum"), "a");
        var correlator = new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
        CorrelatorState state = new CorrelatorState();
        for (int second = 0; second < 200_000; second += 7) {
            SignalSum sum = Sums.amount("a", ADDRESS, second, 1, second, 1);
            correlator.advance(state, second * 1000L, List.of(sum), any -> {});
        }
        assertThat(state.counts)
                .hasEntrySatisfying(
                        "sum",
                        count -> {
                            AmountRing amounts = requireNonNull(count.amounts);
                            assertThat(amounts.size).isBetween(599, 601);
                            assertThat(amounts.starts).hasSizeLessThanOrEqualTo(1024);
                            assertThat(count.events.size()).isLessThanOrEqualTo(120);
                        });
    }

    @Test
    void aSumOfARangeIsDecidedOneTimespanLater() {
        CountingRule rule =
                Plans.amount("some", 60, Measure.SUM, new Bounds(1, 5, NONE, "1 to 5"), "a");
        var correlator = new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
        CorrelatorState state = new CorrelatorState();
        List<Finding> found = new ArrayList<>();
        correlator.advance(
                state, 100_000, List.of(Sums.amount("a", ADDRESS, 100, 3, 1, 2.5)), found::add);
        correlator.advance(
                state, 120_000, List.of(Sums.amount("a", ADDRESS, 120, 1, 2, 2.5)), found::add);
        assertThat(found).isEmpty();
        correlator.advance(state, state.dueMillis, List.of(), found::add);
        assertThat(found)
                .singleElement()
                .satisfies(f -> assertThat(f.count()).isEqualTo(4))
                .satisfies(f -> assertThat(f.timestampMillis()).isEqualTo(159_000));
    }

    private static void compare(
            Random random, Measure measure, Bounds bounds, int pace, String which) {
        long seconds = (1L + random.nextInt(20)) * pace;
        CountingRule rule =
                Plans.amount("amount", Math.min(seconds, 86_400), measure, bounds, "a", "b");
        List<SignalSum> sums = randomSums(random, pace);
        var correlator = new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
        CorrelatorState state = new CorrelatorState();
        List<Finding> found = new ArrayList<>();
        for (long second : secondsOf(sums)) {
            List<SignalSum> now = sums.stream().filter(s -> s.secondMillis() == second).toList();
            correlator.advance(state, second, now, found::add);
        }
        assertThat(found.stream().map(Finding::timestampMillis))
                .as("%s: %s", which, rule)
                .containsExactlyElementsOf(naive(rule, sums));
    }

    private static List<Long> naive(CountingRule rule, List<SignalSum> all) {
        List<SignalSum> sums =
                all.stream().filter(s -> rule.inputs().contains(s.ruleId())).toList();
        long stretch = Math.max(1, (rule.timespanMillis() + 599_999) / 600_000) * 1000;
        List<Long> holdings = new ArrayList<>();
        for (long second : secondsOf(sums)) {
            List<SignalSum> window =
                    sums.stream()
                            .filter(s -> s.secondMillis() <= second)
                            .filter(
                                    s ->
                                            s.secondMillis() / stretch * stretch
                                                    > second - rule.timespanMillis())
                            .toList();
            double sum = window.stream().mapToDouble(SignalSum::amount).sum();
            long events = window.stream().mapToLong(SignalSum::count).sum();
            if (rule.bounds().admits(rule.measure() == Measure.SUM ? sum : sum / events)) {
                holdings.add(second);
            }
        }
        return holdings;
    }

    private static List<Long> secondsOf(List<SignalSum> sums) {
        return sums.stream().map(SignalSum::secondMillis).distinct().sorted().toList();
    }

    private static List<SignalSum> randomSums(Random random, int pace) {
        List<SignalSum> sums = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < 80; i++) {
            second += 1 + random.nextInt(random.nextInt(6) == 0 ? 30 * pace : 3 * pace);
            for (String rule : List.of("a", "b", "c")) {
                if (random.nextInt(3) > 0) {
                    double amount = Amounts.rounded(random.nextDouble() * 6);
                    sums.add(
                            Sums.amount(
                                    rule,
                                    ADDRESS,
                                    second,
                                    1 + random.nextInt(5),
                                    random.nextInt(1000),
                                    amount));
                }
            }
        }
        return sums;
    }
}
