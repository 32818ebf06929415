package io.pumasentinel.cli.backtest;

/**
 * A moment at which a rule held, and when that was told.
 *
 * @param heldMillis the second of the event that made it hold; for windows the last second of the
 *     window
 * @param toldMillis the second of the line with which event time had passed far enough to tell
 */
record Hold(long heldMillis, long toldMillis) {}
