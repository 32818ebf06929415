package io.pumasentinel.job.decision;

import io.pumasentinel.event.Position;

/**
 * A record of the control topic as it came.
 *
 * @param text its value
 * @param position where it was read
 * @param timestampMillis the record's time
 */
public record DecisionRecord(String text, Position position, long timestampMillis) {}
