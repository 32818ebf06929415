package io.pumasentinel.cep;

import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns the steps of a completed sequence into one finding. */
final class SequenceMatch {
    private SequenceMatch() {}

    /**
     * The finding: time, place and group of the last step, first time of the first one, counts
     * added up, evidence of all steps (each step its share of {@value Samples#LIMIT} lines, what
     * one does not use goes to the others).
     *
     * @param steps in their order, at least one
     */
    static Finding of(SequenceRule sequence, List<Finding> steps) {
        Finding last = steps.get(steps.size() - 1);
        return new Finding(
                sequence.ruleId(),
                last.service(),
                last.groupBy(),
                last.groupKey(),
                last.entity(),
                steps.stream().mapToLong(Finding::firstMillis).min().orElse(last.firstMillis()),
                last.timestampMillis(),
                steps.stream().mapToLong(Finding::count).sum(),
                last.position(),
                latest(steps, Finding::endpoint),
                latestHost(steps),
                addresses(steps),
                latest(steps, Finding::metric),
                evidence(steps),
                sequence.alerting(),
                false,
                false);
    }

    private static <T> @Nullable T latest(
            List<Finding> steps, Function<Finding, @Nullable T> part) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            T value = part.apply(steps.get(i));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static String latestHost(List<Finding> steps) {
        String host = latest(steps, step -> step.host().isEmpty() ? null : step.host());
        return host == null ? "" : host;
    }

    /** The last step's addresses first: they are nearest to the harm. */
    private static List<String> addresses(List<Finding> steps) {
        List<String> all = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            all.addAll(steps.get(i).addresses());
        }
        return all.stream().distinct().limit(Samples.LIMIT).toList();
    }

    private static List<Evidence> evidence(List<Finding> steps) {
        List<Evidence> taken = new ArrayList<>();
        for (int round = 0; round < Samples.LIMIT; round++) {
            for (int i = steps.size() - 1; i >= 0 && taken.size() < Samples.LIMIT; i--) {
                List<Evidence> ofStep = steps.get(i).evidence();
                if (round < ofStep.size() && !taken.contains(ofStep.get(round))) {
                    taken.add(ofStep.get(round));
                }
            }
        }
        return taken.stream().sorted(Samples.OLDEST_FIRST).toList();
    }
}
