package io.pumasentinel.event.ingest;

import java.util.List;

/**
 * A line for {@code ingest.endpoint-patterns}, and why.
 *
 * @param pattern the path to declare
 * @param reason what the log shows
 * @param requests how many requests it takes in
 * @param values how many different texts stand at its new placeholder; 1 for a literal path
 * @param examples up to three paths of the log, redacted
 */
public record EndpointProposal(
        String pattern, Reason reason, long requests, long values, List<String> examples) {

    /** What a log can show. */
    public enum Reason {
        /** Many texts at one place, most of them rare: a value that looks like a name. */
        MANY_VALUES,
        /** Texts at one place that one controller and action serves. */
        ONE_ROUTE,
        /** A frequent name beside such values: it keeps an endpoint of its own. */
        NAME_AMONG_VALUES,
        /** Few texts at a placeholder, all of them frequent: a name that looks like a value. */
        FEW_VALUES
    }

    /** Copies the examples. */
    public EndpointProposal {
        examples = List.copyOf(examples);
    }
}
