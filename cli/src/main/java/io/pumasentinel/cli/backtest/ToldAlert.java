package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Alert;

/**
 * A version of an alert and how far event time had come when the job told it.
 *
 * @param alert the version
 * @param watermarkMillis the watermark at which it was told; {@link Long#MAX_VALUE} at the end of
 *     the input
 */
public record ToldAlert(Alert alert, long watermarkMillis) {}
