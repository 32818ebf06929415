package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares the bounded state with a recomputation over everything that was ever seen. */
class CorrelatorOracleTest {
    private static final String ADDRESS = "203.0.113.9";
    private static final int RUNS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsEventsExactly(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            CountingRule rule =
                    Plans.count(
                            "count",
                            1 + random.nextInt(40),
                            1 + random.nextInt(40),
                            true,
                            "a",
                            "b");
            compare(rule, randomSums(random, false), "seed " + seed + ", run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void countsValuesExactly(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            CountingRule rule =
                    Plans.distinct("count", 1 + random.nextInt(40), 1 + random.nextInt(9), "a");
            compare(rule, randomSums(random, true), "seed " + seed + ", run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void waitsForAllOfItsRules(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            int seconds = 1 + random.nextInt(6);
            CountingRule rule =
                    random.nextBoolean()
                            ? Plans.temporal("all", seconds, "a", "b", "c")
                            : Plans.temporal("all", seconds, "c", "a");
            compare(rule, randomSums(random, false), "seed " + seed + ", run " + run);
        }
    }

    private static void compare(CountingRule rule, List<SignalSum> sums, String which) {
        var correlator = new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
        CorrelatorState state = new CorrelatorState();
        List<Finding> found = new ArrayList<>();
        for (long second : secondsOf(sums)) {
            List<SignalSum> now = sums.stream().filter(s -> s.secondMillis() == second).toList();
            correlator.advance(state, second, now, found::add);
        }
        assertThat(found.stream().map(f -> new Holding(f.timestampMillis(), f.count())))
                .as("%s: %s", which, rule)
                .containsExactlyElementsOf(naive(rule, sums));
    }

    /** Every second with a counted event at which the whole history says that the rule holds. */
    private static List<Holding> naive(CountingRule rule, List<SignalSum> all) {
        List<SignalSum> sums =
                all.stream().filter(s -> rule.inputs().contains(s.ruleId())).toList();
        List<Holding> holdings = new ArrayList<>();
        long reported = Long.MIN_VALUE;
        for (long second : secondsOf(sums)) {
            long events = 0;
            long fresh = 0;
            Set<Long> values = new HashSet<>();
            for (SignalSum sum : sums) {
                if (sum.secondMillis() <= second
                        && sum.secondMillis() > second - rule.timespanMillis()) {
                    events += sum.count();
                    fresh += sum.secondMillis() > reported ? sum.count() : 0;
                    if (rule.measure() == Measure.RULES) {
                        values.add((long) sum.ruleId().hashCode());
                    }
                    for (long hash : sum.distinctHashes()) {
                        values.add(hash);
                    }
                }
            }
            if ((rule.countsValues() ? values.size() : events) >= rule.bounds().least()) {
                holdings.add(new Holding(second, fresh));
                reported = second;
            }
        }
        return holdings;
    }

    private static List<Long> secondsOf(List<SignalSum> sums) {
        return sums.stream().map(SignalSum::secondMillis).distinct().sorted().toList();
    }

    private static List<SignalSum> randomSums(Random random, boolean values) {
        List<SignalSum> sums = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < 80; i++) {
            second += 1 + (random.nextInt(8) == 0 ? random.nextInt(60) : random.nextInt(3));
            for (String rule : List.of("a", "b", "c")) {
                if (random.nextInt(3) > 0) {
                    long line = random.nextInt(1000);
                    sums.add(
                            values
                                    ? Sums.values(rule, ADDRESS, second, line, hashes(random))
                                    : Sums.events(
                                            rule, ADDRESS, second, 1 + random.nextInt(6), line));
                }
            }
        }
        return sums;
    }

    private static long[] hashes(Random random) {
        return random.longs(1 + random.nextInt(3), 0, 12).distinct().toArray();
    }

    private record Holding(long secondMillis, long count) {}
}
