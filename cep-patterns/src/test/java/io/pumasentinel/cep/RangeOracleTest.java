package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.Bounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ranges, compared with a look at the whole history, what comes later included. */
class RangeOracleTest {
    private static final String ADDRESS = "203.0.113.9";
    private static final int RUNS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void countsEventsOfARangeExactly(long seed) {
        Random random = new Random(seed);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            int least = 1 + random.nextInt(12);
            Bounds bounds = Bounds.between(least, least + random.nextInt(20));
            CountingRule rule =
                    Plans.count("count", 1 + random.nextInt(20), bounds, true, "a", "b");
            held += compare(rule, randomSums(random, false), "seed " + seed + ", run " + run);
        }
        assertThat(held).isGreaterThan(RUNS);
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6, 7, 8})
    void countsValuesOfARangeExactly(long seed) {
        Random random = new Random(seed);
        int held = 0;
        for (int run = 0; run < RUNS; run++) {
            int least = 1 + random.nextInt(5);
            Bounds bounds = Bounds.between(least, least + random.nextInt(6));
            CountingRule rule = Plans.distinct("count", 1 + random.nextInt(20), bounds, "a");
            held += compare(rule, randomSums(random, true), "seed " + seed + ", run " + run);
        }
        assertThat(held).isGreaterThan(RUNS);
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10, 11, 12})
    void holdsForEveryCountButOne(long seed) {
        Random random = new Random(seed);
        for (int run = 0; run < RUNS; run++) {
            CountingRule rule =
                    Plans.count(
                            "count",
                            1 + random.nextInt(20),
                            Bounds.otherThan(2 + random.nextInt(12)),
                            true,
                            "a");
            List<SignalSum> sums = randomSums(random, false);
            assertThat(run(rule, sums).stream().map(Finding::timestampMillis))
                    .as("seed %d, run %d: %s", seed, run, rule)
                    .containsExactlyElementsOf(
                            naive(rule, sums).stream().map(Holding::secondMillis).toList());
        }
    }

    private static int compare(CountingRule rule, List<SignalSum> sums, String which) {
        List<Holding> expected = naive(rule, sums);
        assertThat(run(rule, sums).stream().map(f -> new Holding(f.timestampMillis(), f.count())))
                .as("%s: %s", which, rule)
                .containsExactlyElementsOf(expected);
        return expected.size();
    }

    /** Driven as the operator is: at every second with sums, and at every second that is due. */
    private static List<Finding> run(CountingRule rule, List<SignalSum> sums) {
        var correlator = new SlidingCorrelator(new GroupPlan(List.of(rule), List.of(), Set.of()));
        CorrelatorState state = new CorrelatorState();
        List<Finding> found = new ArrayList<>();
        TreeSet<Long> seconds = new TreeSet<>(secondsOf(sums));
        while (!seconds.isEmpty()) {
            long second = seconds.pollFirst();
            List<SignalSum> now = sums.stream().filter(s -> s.secondMillis() == second).toList();
            correlator.advance(state, second, now, found::add);
            if (state.dueMillis != Long.MIN_VALUE) {
                assertThat(state.dueMillis).isGreaterThan(second).isLessThan(state.expiresAtMillis);
                seconds.add(state.dueMillis);
            }
        }
        return found;
    }

    private static List<Holding> naive(CountingRule rule, List<SignalSum> all) {
        List<SignalSum> sums =
                all.stream().filter(s -> rule.inputs().contains(s.ruleId())).toList();
        List<Long> seconds = secondsOf(sums);
        List<Holding> holdings = new ArrayList<>();
        long told = Long.MIN_VALUE;
        for (long second : seconds) {
            long start = second - rule.timespanMillis();
            double size = size(rule, sums, second);
            if (size >= rule.bounds().over()) {
                holdings.add(new Holding(second, 0));
                told = Math.max(told, second);
            } else if (second > told
                    && size >= rule.bounds().least()
                    && size <= rule.bounds().most()
                    && seconds.stream()
                            .filter(s -> s > start && s < second + rule.timespanMillis())
                            .allMatch(s -> size(rule, sums, s) <= rule.bounds().most())) {
                long due = second + rule.timespanMillis() - 1000;
                holdings.add(new Holding(due, events(sums, Math.max(told, start), due)));
                told = due;
            }
        }
        return holdings.stream()
                .sorted((a, b) -> Long.compare(a.secondMillis, b.secondMillis))
                .toList();
    }

    private static double size(CountingRule rule, List<SignalSum> sums, long second) {
        long start = second - rule.timespanMillis();
        if (!rule.countsValues()) {
            return events(sums, start, second);
        }
        Set<Long> values = new HashSet<>();
        for (SignalSum sum : sums) {
            if (sum.secondMillis() > start && sum.secondMillis() <= second) {
                for (long hash : sum.distinctHashes()) {
                    values.add(hash);
                }
            }
        }
        return values.size();
    }

    private static long events(List<SignalSum> sums, long after, long through) {
        return sums.stream()
                .filter(s -> s.secondMillis() > after && s.secondMillis() <= through)
                .mapToLong(SignalSum::count)
                .sum();
    }

    private static List<Long> secondsOf(List<SignalSum> sums) {
        return sums.stream().map(SignalSum::secondMillis).distinct().sorted().toList();
    }

    /** Bursts and pauses: counts pass through every range on their way up and down. */
    private static List<SignalSum> randomSums(Random random, boolean values) {
        List<SignalSum> sums = new ArrayList<>();
        long second = 0;
        for (int i = 0; i < 60; i++) {
            second += 1 + (random.nextInt(5) == 0 ? random.nextInt(60) : random.nextInt(4));
            for (String rule : List.of("a", "b", "c")) {
                if (random.nextInt(3) == 0) {
                    long line = random.nextInt(1000);
                    long[] hashes = random.longs(1 + random.nextInt(3), 0, 12).distinct().toArray();
                    sums.add(
                            values
                                    ? Sums.values(rule, ADDRESS, second, line, hashes)
                                    : Sums.events(
                                            rule, ADDRESS, second, 1 + random.nextInt(5), line));
                }
            }
        }
        return sums;
    }

    private record Holding(long secondMillis, long count) {}
}
