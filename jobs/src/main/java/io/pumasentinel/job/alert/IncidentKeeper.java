package io.pumasentinel.job.alert;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Finding;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides when an incident's changes are told: a new part or level at once, moved counts at most
 * every ten seconds of event time, the close once.
 */
final class IncidentKeeper {
    static final long REPEAT_MILLIS = 10_000;

    private final Assembler assembler;

    IncidentKeeper(Assembler assembler) {
        this.assembler = assembler;
    }

    /**
     * What one timer leads to.
     *
     * @param incident the state to keep; null when the incident is over
     * @param alerts what to emit, in order
     * @param timers timers to register, all of them later than the current one; one that is
     *     registered already may be among them
     */
    record Step(@Nullable OpenIncident incident, List<Alert> alerts, List<Long> timers) {}

    /**
     * Applies the findings that became due, in order, then tells and closes what is due.
     *
     * @param open the state before; null if there is no incident
     * @param due findings in order; may be empty
     * @param nowMillis the timer's event time
     * @param ended whether the input is over: then nothing closes for having been quiet
     */
    Step advance(@Nullable OpenIncident open, List<Finding> due, long nowMillis, boolean ended) {
        List<Alert> out = new ArrayList<>();
        OpenIncident current = open;
        for (Finding finding : due) {
            if (current != null && !assembler.continues(current.alert(), finding)) {
                out.add(closed(current));
                current = null;
            }
            if (current == null) {
                current =
                        new OpenIncident(
                                assembler.begin(finding), Long.MIN_VALUE, false, Long.MIN_VALUE);
            }
            current =
                    new OpenIncident(
                            assembler.add(current.alert(), finding),
                            current.emittedMillis(),
                            true,
                            current.timerMillis());
        }
        if (current == null) {
            return new Step(null, out, List.of());
        }
        if (due.isEmpty() && assembler.closesAtMillis(current.alert()) <= nowMillis) {
            if (!ended) {
                out.add(closed(current));
            } else if (current.dirty()) {
                out.add(told(current, nowMillis).alert());
            }
            return new Step(null, out, List.of());
        }
        if (isDue(current, nowMillis)) {
            OpenIncident told = told(current, nowMillis);
            out.add(told.alert());
            current = quietened(told);
        }
        return withTimers(current, out, nowMillis);
    }

    /**
     * Keeps one closing timer outstanding, and while counts wait to be told one for that: a closing
     * timer that fires too early costs a look and is set anew, so that a flood does not leave a
     * timer behind with every change.
     */
    private Step withTimers(OpenIncident current, List<Alert> out, long nowMillis) {
        List<Long> timers = new ArrayList<>();
        if (current.dirty()) {
            timers.add(current.emittedMillis() + REPEAT_MILLIS);
        }
        if (current.timerMillis() > nowMillis) {
            return new Step(current, out, timers);
        }
        long closing = assembler.closesAtMillis(current.alert());
        timers.add(closing);
        OpenIncident kept =
                new OpenIncident(
                        current.alert(), current.emittedMillis(), current.dirty(), closing);
        return new Step(kept, out, timers);
    }

    private static boolean isDue(OpenIncident open, long nowMillis) {
        return open.dirty()
                && (open.alert().transition()
                        || open.emittedMillis() == Long.MIN_VALUE
                        || nowMillis - open.emittedMillis() >= REPEAT_MILLIS);
    }

    private static OpenIncident told(OpenIncident open, long nowMillis) {
        Alert alert = open.alert();
        return new OpenIncident(
                versioned(alert, alert.status(), alert.transition()),
                nowMillis,
                false,
                open.timerMillis());
    }

    /** After it was told, a transition is over until the next part arrives. */
    private static OpenIncident quietened(OpenIncident told) {
        Alert alert = told.alert();
        return new OpenIncident(
                alert.told(alert.version(), alert.status(), false, alert.handling()),
                told.emittedMillis(),
                false,
                told.timerMillis());
    }

    private static Alert closed(OpenIncident open) {
        return versioned(open.alert(), AlertStatus.CLOSED, true);
    }

    private static Alert versioned(Alert alert, AlertStatus status, boolean transition) {
        return alert.told(alert.version() + 1, status, transition, alert.handling());
    }
}
