package io.pumasentinel.event;

/**
 * A line that no parser understood, or that may not be believed.
 *
 * @param reason one lower-case phrase from a closed list, fit to count by
 * @param line the redacted line, cut to a bounded length, always valid text
 */
public record Unparsed(String reason, String line) {}
