package io.pumasentinel.cep;

import io.pumasentinel.event.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the correlation remembers of one key; empty again once the longest timespan has passed
 * without data. State: written by Flink's POJO serialiser, hence the public fields.
 */
public final class CorrelatorState {
    /** The counting correlations that have events in their window, by rule. */
    public Map<String, CountState> counts = new HashMap<>();

    /** The second of the latest milestone of each step of a sequence, by rule. */
    public Map<String, Long> milestones = new HashMap<>();

    /** Findings that wait for a step to follow them, in their order. */
    public List<Finding> held = new ArrayList<>();

    /** Event time at which nothing of this matters any more. */
    public long expiresAtMillis = Long.MIN_VALUE;

    /**
     * The second in which the next pending finding is decided; {@link Long#MIN_VALUE} if none is.
     */
    public long dueMillis = Long.MIN_VALUE;

    /** Event time of the clean-up that is set; {@link Long#MIN_VALUE} if none is. */
    public long cleanUpAtMillis = Long.MIN_VALUE;

    /** Nothing seen. */
    public CorrelatorState() {}

    /** Whether there is nothing to remember. */
    boolean isEmpty() {
        return counts.isEmpty() && milestones.isEmpty() && held.isEmpty();
    }
}
