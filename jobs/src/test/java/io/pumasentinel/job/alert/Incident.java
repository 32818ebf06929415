package io.pumasentinel.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Drives a keeper as Flink's timers would: in order, each timestamp once. */
final class Incident {
    private final IncidentKeeper keeper;
    private final TreeSet<Long> timers = new TreeSet<>();
    private final List<Alert> told = new ArrayList<>();
    private @Nullable OpenIncident state;

    Incident(Assembler assembler) {
        this.keeper = new IncidentKeeper(assembler);
    }

    /** A finding becomes due, after whatever was due before it. */
    Incident then(Finding finding) {
        long due = finding.timestampMillis() + 999;
        passTo(due - 1);
        timers.remove(due);
        step(List.of(finding), due, false);
        return this;
    }

    Incident then(List<Finding> findings) {
        findings.forEach(this::then);
        return this;
    }

    /** Event time goes on without findings. */
    Incident quietUntil(long second) {
        passTo(second * 1000);
        return this;
    }

    /** The input is over: all timers fire. */
    Incident ends() {
        while (!timers.isEmpty()) {
            step(List.of(), timers.pollFirst(), true);
        }
        return this;
    }

    List<Alert> told() {
        return told;
    }

    int timers() {
        return timers.size();
    }

    boolean isOver() {
        return state == null;
    }

    private void passTo(long millis) {
        while (!timers.isEmpty() && timers.first() <= millis) {
            step(List.of(), timers.pollFirst(), false);
        }
    }

    private void step(List<Finding> due, long now, boolean ended) {
        IncidentKeeper.Step step = keeper.advance(state, due, now, ended);
        told.addAll(step.alerts());
        state = step.incident();
        assertThat(step.timers()).allMatch(timer -> timer > now);
        timers.addAll(step.timers());
    }
}
