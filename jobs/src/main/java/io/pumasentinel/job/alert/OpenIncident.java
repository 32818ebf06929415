package io.pumasentinel.job.alert;

import io.pumasentinel.event.Alert;

/**
 * What keyed state holds of one entity's running incident: about 4 kB (ten samples), gone when the
 * incident closes.
 *
 * @param alert the incident with everything that is known, its version the last one emitted
 * @param emittedMillis event time of the last emission
 * @param dirty whether counts moved since then
 * @param timerMillis the closing timer that is outstanding
 */
public record OpenIncident(Alert alert, long emittedMillis, boolean dirty, long timerMillis) {}
