package io.pumasentinel.sigma;

import io.pumasentinel.event.EventKind;
import java.util.Optional;

/** What a detection rule reads: Sigma's {@code logsource}. */
public enum LogSource {
    /** Requests: {@code category: webserver}. */
    WEBSERVER,
    /** Puma's error output: {@code product: puma, category: error}. */
    ERROR,
    /** Boots, restarts and shutdowns: {@code product: puma, category: lifecycle}. */
    LIFECYCLE,
    /** Samples of the thread pool: {@code product: puma, category: stats}. */
    STATS,
    /** Lines that nobody understood: {@code product: puma, category: unparsed}. */
    UNPARSED,
    /** Closed windows of one endpoint: {@code product: puma, category: window}. */
    WINDOW,
    /** Clients that stand out in a closed window: {@code product: puma, category: client}. */
    CLIENT;

    /** The source that events of {@code kind} belong to; never empty. */
    public static Optional<LogSource> of(EventKind kind) {
        return switch (kind) {
            case ACCESS -> Optional.of(WEBSERVER);
            case ERROR -> Optional.of(ERROR);
            case LIFECYCLE -> Optional.of(LIFECYCLE);
            case STATS -> Optional.of(STATS);
            case UNPARSED -> Optional.of(UNPARSED);
        };
    }
}
