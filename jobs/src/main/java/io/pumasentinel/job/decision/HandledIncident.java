package io.pumasentinel.job.decision;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertHandling;
import org.jspecify.annotations.Nullable;

/**
 * What keyed state holds of one entity: its incident as it was told last, about 4 kB, and what was
 * decided. Gone when the incident is closed and nothing is muted any more.
 *
 * @param alert as it was told last; null if none is open
 * @param ahead how many versions were told that the assembly does not know of
 * @param handling the last decision about the alert; null if none
 * @param closed whether a person closed the alert
 * @param mutedUntilMillis until which event time the entity is muted; {@link Long#MIN_VALUE} if not
 */
public record HandledIncident(
        @Nullable Alert alert,
        long ahead,
        @Nullable AlertHandling handling,
        boolean closed,
        long mutedUntilMillis) {

    static final HandledIncident NONE = new HandledIncident(null, 0, null, false, Long.MIN_VALUE);

    /** Whether there is nothing to remember. */
    boolean isEmpty() {
        return alert == null && mutedUntilMillis == Long.MIN_VALUE;
    }

    HandledIncident with(Alert told) {
        return new HandledIncident(told, ahead, handling, closed, mutedUntilMillis);
    }

    /** The alert is over; what is muted stays so. */
    HandledIncident over() {
        return new HandledIncident(null, 0, null, false, mutedUntilMillis);
    }

    /** Nobody's decision counts any more. */
    HandledIncident undecided() {
        return new HandledIncident(alert, ahead, null, false, mutedUntilMillis);
    }

    HandledIncident unmuted() {
        return new HandledIncident(alert, ahead, handling, closed, Long.MIN_VALUE);
    }
}
