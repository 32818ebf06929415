package io.pumasentinel.cli.backtest;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;

/**
 * One labelled stretch of the input's time.
 *
 * @param name how it is called; several may share one
 * @param kind whether an alert is wanted
 * @param start when it began
 * @param end when it ended; not before its start
 * @param subject whom it concerned
 * @param rules the rules that tell it for what it was; empty where any alert about its subject does
 * @param shownBy what it leaves in the input, of which one suffices to see it; at least one
 * @param notVisible why nobody can see it in this input, in the truth's own words; empty if the
 *     input decides
 */
public record Episode(
        String name,
        EpisodeKind kind,
        Instant start,
        Instant end,
        Subject subject,
        Set<String> rules,
        Set<Trace> shownBy,
        String notVisible)
        implements Serializable {

    public Episode {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException(
                    "end: before the start (got " + end + "); " + start + " or later");
        }
        rules = Set.copyOf(rules);
        shownBy = shownBy.isEmpty() ? defaultTraces(subject) : Set.copyOf(shownBy);
    }

    /** The second in which it began: Puma's lines know no fractions. */
    long firstSecondMillis() {
        return start.truncatedTo(ChronoUnit.SECONDS).toEpochMilli();
    }

    /** Whether it lasted, or had ended at most {@code tailMillis} before. */
    boolean covers(long millis, long tailMillis) {
        return millis >= firstSecondMillis() && millis <= end.toEpochMilli() + tailMillis;
    }

    private static Set<Trace> defaultTraces(Subject subject) {
        if (!subject.addresses().isEmpty()) {
            return EnumSet.of(Trace.REQUESTS);
        }
        return EnumSet.of(subject.endpoint().isEmpty() ? Trace.ANYTHING : Trace.ENDPOINT);
    }
}
