package io.pumasentinel.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that Puma said, parsed, redacted and templated; after scoring also how unusual it was
 * and which rules it matched.
 *
 * <p>Exactly the arm that {@code kind} names is filled.
 *
 * @param kind which arm is filled
 * @param timestampMillis event time: completion of a request, poll or check-in of a sample, time of
 *     an error. {@link #NO_TIME} only between parsing and ingest, for lines that carry none
 * @param service the service the line belongs to
 * @param host the host the line came from
 * @param position where the line was read
 * @param access filled for {@link EventKind#ACCESS}
 * @param error filled for {@link EventKind#ERROR}
 * @param lifecycle filled for {@link EventKind#LIFECYCLE}
 * @param stats filled for {@link EventKind#STATS}
 * @param unparsed filled for {@link EventKind#UNPARSED}
 * @param score how unusual the request was; null before scoring, in warm-up and for other kinds
 * @param signals what the event shows by itself, such as {@code attack.sqli}; empty before
 *     classification
 * @param ruleIds the rules that matched the event by itself, in the rules' order
 * @param redacted what was removed from the event before anything else saw it: names of keys and
 *     kinds of secrets, such as {@code password}, {@code jwt}, each once, in order; mostly empty
 */
public record PumaEvent(
        EventKind kind,
        long timestampMillis,
        String service,
        String host,
        Position position,
        @Nullable Access access,
        @Nullable ErrorReport error,
        @Nullable Lifecycle lifecycle,
        @Nullable StatsSample stats,
        @Nullable Unparsed unparsed,
        @Nullable RequestScore score,
        List<String> signals,
        List<String> ruleIds,
        List<String> redacted) {

    /** The time of a line that carries none. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** A request as parsed. */
    public static PumaEvent of(Origin origin, long timestampMillis, Access access) {
        return bare(EventKind.ACCESS, origin, timestampMillis, access, null, null, null, null);
    }

    /** An entry of the error output as parsed. */
    public static PumaEvent of(Origin origin, long timestampMillis, ErrorReport error) {
        return bare(EventKind.ERROR, origin, timestampMillis, null, error, null, null, null);
    }

    /** A lifecycle line as parsed. */
    public static PumaEvent of(Origin origin, long timestampMillis, Lifecycle lifecycle) {
        return bare(
                EventKind.LIFECYCLE, origin, timestampMillis, null, null, lifecycle, null, null);
    }

    /** A sample of one worker. */
    public static PumaEvent of(Origin origin, long timestampMillis, StatsSample stats) {
        return bare(EventKind.STATS, origin, timestampMillis, null, null, null, stats, null);
    }

    /** A line that was not understood. */
    public static PumaEvent of(Origin origin, long timestampMillis, Unparsed unparsed) {
        return bare(EventKind.UNPARSED, origin, timestampMillis, null, null, null, null, unparsed);
    }

    /** The same event at another event time. */
    public PumaEvent at(long otherTimestampMillis) {
        return new PumaEvent(
                kind,
                otherTimestampMillis,
                service,
                host,
                position,
                access,
                error,
                lifecycle,
                stats,
                unparsed,
                score,
                signals,
                ruleIds,
                redacted);
    }

    /** The same event with another sample. */
    public PumaEvent with(StatsSample otherStats) {
        return new PumaEvent(
                kind,
                timestampMillis,
                service,
                host,
                position,
                access,
                error,
                lifecycle,
                otherStats,
                unparsed,
                score,
                signals,
                ruleIds,
                redacted);
    }

    /** The same event with its score and with what its rules said. */
    public PumaEvent judged(
            @Nullable RequestScore newScore, List<String> newSignals, List<String> newRuleIds) {
        return new PumaEvent(
                kind,
                timestampMillis,
                service,
                host,
                position,
                access,
                error,
                lifecycle,
                stats,
                unparsed,
                newScore,
                newSignals,
                newRuleIds,
                redacted);
    }

    /** The same event, saying what was removed from it. */
    public PumaEvent without(List<String> removed) {
        return new PumaEvent(
                kind,
                timestampMillis,
                service,
                host,
                position,
                access,
                error,
                lifecycle,
                stats,
                unparsed,
                score,
                signals,
                ruleIds,
                removed);
    }

    private static PumaEvent bare(
            EventKind kind,
            Origin origin,
            long timestampMillis,
            @Nullable Access access,
            @Nullable ErrorReport error,
            @Nullable Lifecycle lifecycle,
            @Nullable StatsSample stats,
            @Nullable Unparsed unparsed) {
        return new PumaEvent(
                kind,
                timestampMillis,
                origin.service(),
                origin.host(),
                origin.position(),
                access,
                error,
                lifecycle,
                stats,
                unparsed,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
