package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.job.score.EventCounts;
import io.pumasentinel.job.score.SignInCounts;
import io.pumasentinel.job.source.IngestProgress;
import java.util.Locale;
import java.util.Map;

/**
 * How much a job has read.
 *
 * @param lines lines of the input
 * @param requests access lines understood
 * @param errors entries of the error output understood
 * @param lifecycle lifecycle lines understood
 * @param samples worker samples, each check-in once
 * @param signIns sign-ins among the requests
 */
record Counts(
        long lines,
        long requests,
        long errors,
        long lifecycle,
        long samples,
        SignInCounts signIns) {

    /** From a job's accumulators. */
    static Counts of(Map<String, Object> accumulators) {
        return new Counts(
                IngestProgress.of(accumulators).lines(),
                value(accumulators, EventCounts.name(EventKind.ACCESS)),
                value(accumulators, EventCounts.name(EventKind.ERROR)),
                value(accumulators, EventCounts.name(EventKind.LIFECYCLE)),
                value(accumulators, EventCounts.name(EventKind.STATS)),
                SignInCounts.of(accumulators));
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%,d lines: %,d requests, %,d errors, %,d lifecycle lines, %,d worker samples",
                lines,
                requests,
                errors,
                lifecycle,
                samples);
    }

    /** For the results page's header. */
    String toJson(Outcome outcome) {
        ObjectNode json = new ObjectMapper().createObjectNode();
        json.put("lines", lines);
        json.put("requests", requests);
        json.put("errors", errors);
        json.put("lifecycle", lifecycle);
        json.put("samples", samples);
        json.put("windows", outcome.windows());
        json.put("alerts", outcome.alerts().size());
        json.put("dead_letters", outcome.deadLetters());
        return json.toString();
    }

    private static long value(Map<String, ?> accumulators, String name) {
        return accumulators.get(name) instanceof Long count ? count : 0;
    }
}
