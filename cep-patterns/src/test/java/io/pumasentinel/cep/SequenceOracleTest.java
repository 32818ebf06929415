package io.pumasentinel.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Finding;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.SignalSum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random steps of random sequences that share rules, against a search through all of them. */
class SequenceOracleTest {
    private static final List<String> RULES = List.of("a", "b", "c", "d");
    private static final int KEYS = 300;
    private static final int TIMESPAN = 40;

    /** Holdings of one rule are so far apart that none of them is paced away. */
    private static final int PACE = TIMESPAN / 4;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void findsWhatASearchThroughAllStepsFinds(long seed) throws Exception {
        Random random = new Random(seed);
        List<SequenceRule> sequences = sequences(random);
        GroupPlan plan = new GroupPlan(List.of(), sequences, Set.of());
        List<SignalSum> sums = new ArrayList<>();
        List<String> expected = new ArrayList<>();
        for (int key = 0; key < KEYS; key++) {
            List<SignalSum> ofKey = steps(random, "a" + key);
            sums.addAll(ofKey);
            sequences.forEach(sequence -> expected.addAll(search(sequence, ofKey)));
        }
        assertThat(PipelineRun.of(plan, sums))
                .extracting(SequenceOracleTest::text)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(expected).hasSizeGreaterThan(KEYS / 10);
    }

    private static List<SequenceRule> sequences(Random random) {
        List<SequenceRule> sequences = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String[] steps = new String[2 + random.nextInt(2)];
            for (int step = 0; step < steps.length; step++) {
                steps[step] = RULES.get(random.nextInt(RULES.size()));
            }
            sequences.add(Plans.sequence("sequence-" + i, TIMESPAN, steps));
        }
        return sequences;
    }

    /** In event-time order, several of one second among them. */
    private static List<SignalSum> steps(Random random, String address) {
        Map<String, Integer> lastSeen = new HashMap<>();
        List<SignalSum> sums = new ArrayList<>();
        int second = 1000;
        for (int line = 0; line < 14; line++) {
            second += random.nextInt(8) == 0 ? 30 : random.nextInt(6);
            String rule = RULES.get(random.nextInt(RULES.size()));
            if (second - lastSeen.getOrDefault(rule, 0) >= PACE) {
                lastSeen.put(rule, second);
                sums.add(Sums.events(rule, address, second, 1, line));
            }
        }
        return sums;
    }

    /** The matches, each over nothing that came before the last step of the one before. */
    private static List<String> search(SequenceRule sequence, List<SignalSum> steps) {
        List<String> found = new ArrayList<>();
        int from = 0;
        for (int end = 0; end < steps.size(); end++) {
            Optional<SignalSum> first = firstOf(sequence, steps, from, end);
            if (first.isPresent()) {
                SignalSum last = steps.get(end);
                found.add(
                        text(
                                sequence.ruleId(),
                                last.groupKey(),
                                first.get().secondMillis(),
                                last.secondMillis(),
                                last.first()));
                from = end + 1;
            }
        }
        return found;
    }

    /** The earliest step from which the sequence runs to the step at {@code end} in its time. */
    private static Optional<SignalSum> firstOf(
            SequenceRule sequence, List<SignalSum> steps, int from, int end) {
        for (int start = from; start < end; start++) {
            int next = 0;
            int at = start;
            for (; at <= end && next < sequence.steps().size(); at++) {
                if (steps.get(at).ruleId().equals(sequence.steps().get(next))) {
                    next++;
                } else if (at == start) {
                    break;
                }
            }
            long length = steps.get(end).secondMillis() - steps.get(start).secondMillis();
            if (next == sequence.steps().size()
                    && at == end + 1
                    && length < sequence.timespanMillis()) {
                return Optional.of(steps.get(start));
            }
        }
        return Optional.empty();
    }

    private static String text(Finding finding) {
        return text(
                finding.ruleId(),
                finding.groupKey(),
                finding.firstMillis(),
                finding.timestampMillis(),
                finding.position());
    }

    private static String text(
            String rule, String key, long firstMillis, long lastMillis, Position last) {
        return "%s of %s from %d to %d, %s".formatted(rule, key, firstMillis, lastMillis, last);
    }
}
