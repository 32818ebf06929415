package io.pumasentinel.event;

/**
 * What a person decided about an alert.
 *
 * @param by who it was; empty if unknown
 * @param atMillis when, by the clock of who sent the decision
 * @param mutedUntilMillis until which event time it is muted; {@link Long#MIN_VALUE} if it is not
 */
public record AlertHandling(String by, long atMillis, long mutedUntilMillis) {}
