package io.pumasentinel.cli.review.source;

import java.util.List;
import java.util.Optional;

/** The streams of documents that a review reads. */
public enum DocumentStream {
    /** Requests. */
    REQUESTS("logs-puma.access", "puma.access"),
    /** Entries of the error output, and lines of the server's life. */
    ERRORS("logs-puma.error", "puma.error", "puma.lifecycle"),
    /** Closed windows of endpoints: every request is in one of them. */
    WINDOWS("metrics-puma.endpoint", "puma.endpoint"),
    /** Alerts as they stand. */
    ALERTS("alerts-puma", "puma.alert"),
    /** Lines that nobody understood. */
    DEAD_LETTERS("logs-puma.dead_letter", "puma.dead_letter");

    private final String prefix;
    private final List<String> datasets;

    DocumentStream(String prefix, String... datasets) {
        this.prefix = prefix;
        this.datasets = List.of(datasets);
    }

    /** The stream whose documents name this dataset; empty if a review does not read it. */
    static Optional<DocumentStream> of(String dataset) {
        for (DocumentStream stream : values()) {
            if (stream.datasets.contains(dataset)) {
                return Optional.of(stream);
            }
        }
        return Optional.empty();
    }

    /** The pattern of its indices in a namespace. */
    public String indices(String namespace) {
        return prefix + "-" + namespace + "-*";
    }
}
