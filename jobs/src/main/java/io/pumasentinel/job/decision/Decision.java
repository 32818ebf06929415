package io.pumasentinel.job.decision;

import io.pumasentinel.event.Entity;

/**
 * What a person decided about one alert.
 *
 * @param alertId the alert
 * @param service its service
 * @param entity its entity
 * @param action what was decided
 * @param atMillis when, by the clock of who sent it
 * @param untilMillis until which event time it is muted; meaningless for other actions
 * @param by who it was; empty if unknown
 */
public record Decision(
        String alertId,
        String service,
        Entity entity,
        Action action,
        long atMillis,
        long untilMillis,
        String by) {

    /** The key under which the alerts of one entity and what is decided about them meet. */
    public String key() {
        return entity.keyIn(service);
    }
}
