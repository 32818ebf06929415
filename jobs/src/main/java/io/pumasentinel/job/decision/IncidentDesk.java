package io.pumasentinel.job.decision;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertHandling;
import io.pumasentinel.event.AlertStatus;
import org.jspecify.annotations.Nullable;

/**
 * Applies people's decisions to the alerts of one entity; pure.
 *
 * <ul>
 *   <li><b>Acknowledged</b> stays acknowledged until the incident gets a part that is new to it.
 *   <li><b>Muted</b> stays muted, through this incident and later ones of the entity, until the
 *       stated event time. Versions are still told, as muted: indices keep them, channels do not.
 *   <li><b>Closed</b> stays closed, and nothing of it is told, unless its level rises; then it is
 *       ongoing again. The incident's own end ends that too.
 * </ul>
 *
 * <p>Versions only grow: what a decision tells counts as one more.
 */
final class IncidentDesk {
    private IncidentDesk() {}

    /**
     * What an input leads to.
     *
     * @param incident the state to keep
     * @param told what to emit; null if nothing
     */
    record Step(HandledIncident incident, @Nullable Alert told) {}

    /** The next version of the entity's incident. */
    static Step onAlert(HandledIncident before, Alert alert) {
        Alert known = before.alert();
        HandledIncident incident =
                known != null && known.id().equals(alert.id()) ? before : before.over();
        if (incident.mutedUntilMillis() <= alert.endMillis()) {
            incident = incident.unmuted();
        }
        if (alert.status() == AlertStatus.CLOSED) {
            Alert told = incident.closed() ? null : versioned(incident, alert, alert.status());
            return new Step(incident.over(), told);
        }
        if (isReopened(incident, known, alert)) {
            incident = incident.undecided();
        }
        if (incident.closed()) {
            return new Step(incident, null);
        }
        Alert told = versioned(incident, alert, statusOf(incident, alert));
        return new Step(incident.with(told), told);
    }

    /** A decision; of an alert that is not the entity's open one only muting has an effect. */
    static Step onDecision(HandledIncident before, Decision decision) {
        boolean mutes = decision.action() == Action.MUTE;
        long mutedUntil = mutes ? decision.untilMillis() : before.mutedUntilMillis();
        Alert alert = before.alert();
        if (alert == null || !alert.id().equals(decision.alertId())) {
            HandledIncident kept =
                    new HandledIncident(
                            alert, before.ahead(), before.handling(), before.closed(), mutedUntil);
            return new Step(kept, null);
        }
        AlertHandling handling =
                new AlertHandling(
                        decision.by(),
                        decision.atMillis(),
                        mutes ? decision.untilMillis() : Long.MIN_VALUE);
        Alert told =
                alert.told(alert.version() + 1, statusAfter(decision.action()), true, handling);
        return new Step(
                new HandledIncident(
                        told,
                        before.ahead() + 1,
                        handling,
                        decision.action() == Action.CLOSE,
                        mutedUntil),
                told);
    }

    private static boolean isReopened(
            HandledIncident incident, @Nullable Alert known, Alert alert) {
        if (known == null || incident.handling() == null) {
            return false;
        }
        return incident.closed()
                ? alert.level().compareTo(known.level()) > 0
                : alert.parts().size() > known.parts().size();
    }

    private static AlertStatus statusOf(HandledIncident incident, Alert alert) {
        if (incident.mutedUntilMillis() > alert.endMillis()) {
            return AlertStatus.MUTED;
        }
        AlertHandling handling = incident.handling();
        boolean acknowledged = handling != null && handling.mutedUntilMillis() == Long.MIN_VALUE;
        return acknowledged ? AlertStatus.ACKNOWLEDGED : alert.status();
    }

    private static AlertStatus statusAfter(Action action) {
        return switch (action) {
            case ACKNOWLEDGE -> AlertStatus.ACKNOWLEDGED;
            case MUTE -> AlertStatus.MUTED;
            case CLOSE -> AlertStatus.CLOSED;
        };
    }

    private static Alert versioned(HandledIncident incident, Alert alert, AlertStatus status) {
        Alert before = incident.alert();
        boolean unmuted =
                before != null
                        && before.status() == AlertStatus.MUTED
                        && status != AlertStatus.MUTED;
        return alert.told(
                alert.version() + incident.ahead(),
                status,
                alert.transition() || unmuted,
                incident.handling());
    }
}
