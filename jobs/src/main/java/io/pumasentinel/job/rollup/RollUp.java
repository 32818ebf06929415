package io.pumasentinel.job.rollup;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertStatus;
import java.util.function.Consumer;

/**
 * Decides which incidents of one rule and service are told by themselves: pure.
 *
 * <p>The first one is, at once. One that comes while it is open waits {@value #PATIENCE_MILLIS} ms:
 * if nobody follows it is told by itself too, until {@code after} are. Whoever comes then, or
 * within that wait, is counted in one summary, and as long as the summary is open every further one
 * is: ten thousand addresses that do one thing give two alerts if they hurry, {@code after} + 1 if
 * not. Of those for which another rule comes to speak, because they get worse or something else
 * happens to them, {@code after} more a rule are told by themselves; then the summary takes their
 * level. It is told at once when it opens or gets worse, else at most once a minute, and closes
 * after the cooldown without a change.
 */
final class RollUp {
    static final long REPEAT_MILLIS = 60_000;
    static final long PATIENCE_MILLIS = 15_000;

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
        if (state.told.stream().anyMatch(told -> told.id().equals(alert.id()))) {
            out.accept(alert);
            if (alert.status() == AlertStatus.CLOSED) {
                state.told.removeIf(told -> told.id().equals(alert.id()));
            }
        } else if (waits(state, alert)) {
            waitWith(state, alert, nowMillis, out);
        } else if (isAdmitted(state, alert)) {
            admit(state, alert, out);
        } else if (alert.status() != AlertStatus.CLOSED) {
            fold(state, alert, alert.status() == AlertStatus.OPEN);
            if (isDue(state, nowMillis)) {
                tell(state, nowMillis, out);
            }
        }
    }

    /** Tells and closes what is due at this event time. */
    void advance(RolledUp state, long nowMillis, boolean ended, Consumer<Alert> out) {
        Alert pending = state.pending;
        if (pending != null && (ended || state.pendingMillis + PATIENCE_MILLIS <= nowMillis)) {
            state.pending = null;
            admit(state, pending.told(pending.version(), pending.status(), true, null), out);
        }
        if (state.dirty && (ended || isDue(state, nowMillis))) {
            tell(state, nowMillis, out);
        }
        Alert summary = state.summary;
        if (summary != null && !ended && closesAtMillis(summary) <= nowMillis) {
            out.accept(summary.told(summary.version() + 1, AlertStatus.CLOSED, true, null));
            state.summary = null;
            state.folded = 0;
            state.brokeOut.clear();
        }
    }

    /** When something is due; {@link Long#MAX_VALUE} if nothing will be. */
    long dueMillis(RolledUp state) {
        Alert summary = state.summary;
        if (summary == null) {
            return state.pending == null ? Long.MAX_VALUE : state.pendingMillis + PATIENCE_MILLIS;
        }
        return state.dirty
                ? Math.min(state.toldMillis + REPEAT_MILLIS, closesAtMillis(summary))
                : closesAtMillis(summary);
    }

    /** Whether the incident is one that may have to wait, or the one that does. */
    private boolean waits(RolledUp state, Alert alert) {
        return state.summary == null
                && !state.told.isEmpty()
                && state.told.size() < after
                && alert.status() != AlertStatus.CLOSED;
    }

    private void waitWith(RolledUp state, Alert alert, long nowMillis, Consumer<Alert> out) {
        Alert pending = state.pending;
        if (pending != null && !pending.id().equals(alert.id())) {
            state.pending = null;
            fold(state, pending, true);
            fold(state, alert, true);
            tell(state, nowMillis, out);
        } else if (isSpokenForByAnother(alert)) {
            state.pending = null;
            admit(state, alert, out);
        } else {
            state.pendingMillis = pending == null ? nowMillis : state.pendingMillis;
            state.pending = alert;
        }
    }

    private boolean isAdmitted(RolledUp state, Alert alert) {
        Alert pending = state.pending;
        if (pending != null && pending.id().equals(alert.id())) {
            state.pending = null;
            return true;
        }
        if (alert.status() == AlertStatus.CLOSED) {
            return false;
        }
        return state.summary == null ? state.told.isEmpty() : breaksOut(state, alert);
    }

    private static void admit(RolledUp state, Alert alert, Consumer<Alert> out) {
        out.accept(alert);
        if (alert.status() != AlertStatus.CLOSED) {
            state.told.add(new ToldIncident(alert.id(), alert.entity().value()));
        }
    }

    private boolean breaksOut(RolledUp state, Alert alert) {
        String speaker = alert.ruleId();
        int before = state.brokeOut.getOrDefault(speaker, 0);
        if (!isSpokenForByAnother(alert) || before >= after) {
            return false;
        }
        state.brokeOut.put(speaker, before + 1);
        return true;
    }

    private static boolean isSpokenForByAnother(Alert alert) {
        return !alert.ruleId().equals(alert.parts().get(0).ruleId());
    }

    private static void fold(RolledUp state, Alert alert, boolean isNew) {
        Alert summary = state.summary;
        if (summary == null) {
            summary = Summary.begin(alert);
        }
        state.folded += isNew ? 1 : 0;
        state.summary =
                Summary.add(
                        summary,
                        alert,
                        Math.max(1, state.folded),
                        state.told.stream().map(ToldIncident::entity).toList());
        state.dirty = true;
    }

    private static boolean isDue(RolledUp state, long nowMillis) {
        Alert summary = state.summary;
        return state.dirty
                && summary != null
                && (summary.transition() || nowMillis - state.toldMillis >= REPEAT_MILLIS);
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

    private long closesAtMillis(Alert summary) {
        return summary.endMillis() + cooldownMillis + 1000;
    }
}
