package io.pumasentinel.job.rollup;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertStatus;
import java.util.List;
import java.util.function.Consumer;

/**
 * Decides which incidents of one rule and service are told by themselves: pure.
 *
 * <p>The first {@code after} are. While those are open the others are counted in one summary, and
 * as long as the summary is open every further one is, so that ten thousand addresses that do one
 * thing give {@code after} + 1 alerts. Of those for which another rule comes to speak, because they
 * get worse or something else happens to them, {@code after} more a rule are told by themselves;
 * then the summary takes their level. It is told at once when it opens or gets worse, else at most
 * once a minute, and closes after the cooldown without a change.
 */
final class RollUp {
    static final long REPEAT_MILLIS = 60_000;

    private final int after;
    private final long cooldownMillis;

    /**
     * @param after incidents that are told by themselves, at least 1
     * @param cooldownMillis quiet time after which the summary closes
     */
    RollUp(int after, long cooldownMillis) {
        this.after = after;
        this.cooldownMillis = cooldownMillis;
    }

    /** Takes the next version of an incident; versions of one incident come in their order. */
    void take(RolledUp state, Alert alert, long nowMillis, Consumer<Alert> out) {
        if (isTold(state, alert)) {
            out.accept(alert);
            if (alert.status() == AlertStatus.CLOSED) {
                forget(state, alert.id());
            }
            return;
        }
        if (alert.status() == AlertStatus.CLOSED) {
            return;
        }
        fold(state, alert);
        if (isDue(state, nowMillis)) {
            tell(state, nowMillis, out);
        }
    }

    /** Tells and closes what is due at this event time. */
    void advance(RolledUp state, long nowMillis, boolean ended, Consumer<Alert> out) {
        Alert summary = state.summary;
        if (summary == null) {
            return;
        }
        if (state.dirty && (ended || isDue(state, nowMillis))) {
            tell(state, nowMillis, out);
        }
        if (!ended && closesAtMillis(summary) <= nowMillis) {
            out.accept(summary.told(version(state) + 1, AlertStatus.CLOSED, true, null));
            state.summary = null;
            state.folded = 0;
            state.brokeOut.clear();
            state.toldMillis = Long.MIN_VALUE;
        }
    }

    /** When something of the summary is due; {@link Long#MAX_VALUE} if there is none. */
    long dueMillis(RolledUp state) {
        Alert summary = state.summary;
        if (summary == null) {
            return Long.MAX_VALUE;
        }
        return state.dirty
                ? Math.min(state.toldMillis + REPEAT_MILLIS, closesAtMillis(summary))
                : closesAtMillis(summary);
    }

    private boolean isTold(RolledUp state, Alert alert) {
        if (state.told.contains(alert.id())) {
            return true;
        }
        Alert summary = state.summary;
        boolean admitted;
        if (summary == null) {
            admitted = state.told.size() < after;
        } else {
            admitted = breaksOut(state, alert);
        }
        if (admitted) {
            state.told.add(alert.id());
            state.toldEntities.add(alert.entity().value());
        }
        return admitted;
    }

    private boolean breaksOut(RolledUp state, Alert alert) {
        String speaker = alert.ruleId();
        int before = state.brokeOut.getOrDefault(speaker, 0);
        if (speaker.equals(alert.parts().get(0).ruleId()) || before >= after) {
            return false;
        }
        state.brokeOut.put(speaker, before + 1);
        return true;
    }

    private static void forget(RolledUp state, String id) {
        int at = state.told.indexOf(id);
        state.told.remove(at);
        state.toldEntities.remove(at);
    }

    private static void fold(RolledUp state, Alert alert) {
        Alert summary = state.summary;
        if (summary == null) {
            summary = Summary.begin(alert);
        }
        state.folded += alert.status() == AlertStatus.OPEN ? 1 : 0;
        state.summary =
                Summary.add(
                        summary, alert, Math.max(1, state.folded), List.copyOf(state.toldEntities));
        state.dirty = true;
    }

    private static boolean isDue(RolledUp state, long nowMillis) {
        Alert summary = state.summary;
        return state.dirty
                && summary != null
                && (summary.transition()
                        || state.toldMillis == Long.MIN_VALUE
                        || nowMillis - state.toldMillis >= REPEAT_MILLIS);
    }

    private static void tell(RolledUp state, long nowMillis, Consumer<Alert> out) {
        Alert summary = state.summary;
        if (summary == null) {
            return;
        }
        Alert told =
                summary.told(summary.version() + 1, summary.status(), summary.transition(), null);
        out.accept(told);
        state.summary = told.told(told.version(), told.status(), false, null);
        state.toldMillis = nowMillis;
        state.dirty = false;
    }

    private static long version(RolledUp state) {
        Alert summary = state.summary;
        return summary == null ? 0 : summary.version();
    }

    private long closesAtMillis(Alert summary) {
        return summary.endMillis() + cooldownMillis + 1000;
    }
}
