package io.pumasentinel.job.rollup;

import io.pumasentinel.event.Alert;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What keyed state holds of one rule and service: about 5 kB; empty again when the alerts told by
 * themselves and the summary are closed. State: written by Flink's POJO serialiser, hence the
 * public fields.
 */
public final class RolledUp {
    /** The open incidents that are told by themselves, few. */
    public List<ToldIncident> told = new ArrayList<>();

    /** Alerts told by themselves because another rule came to speak for them, by that rule. */
    public Map<String, Integer> brokeOut = new HashMap<>();

    /** An incident that waits whether others follow at once; null if none does. */
    public @Nullable Alert pending;

    /** Event time since which it waits. */
    public long pendingMillis;

    /** The summary of the others as it stands; null if there are none. */
    public @Nullable Alert summary;

    /** Incidents in the summary. */
    public long folded;

    /** Event time at which the summary was told last. */
    public long toldMillis;

    /** Whether the summary changed since. */
    public boolean dirty;

    /** Nothing told. */
    public RolledUp() {}

    /** Whether there is nothing to remember. */
    boolean isEmpty() {
        return told.isEmpty() && pending == null && summary == null;
    }
}
