package io.pumasentinel.event;

/**
 * One sample of what was seen.
 *
 * @param timestampMillis event time
 * @param position where the line was read; null source never occurs
 * @param text what was seen, one redacted line, at most 512 characters
 */
public record Evidence(long timestampMillis, Position position, String text) {}
