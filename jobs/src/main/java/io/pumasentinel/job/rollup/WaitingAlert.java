package io.pumasentinel.job.rollup;

import io.pumasentinel.event.Alert;

/**
 * A version of an incident that waits for the watermark.
 *
 * @param alert the version
 * @param millis event time at which it was told
 */
public record WaitingAlert(Alert alert, long millis) {}
