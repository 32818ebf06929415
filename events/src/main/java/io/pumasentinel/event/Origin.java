package io.pumasentinel.event;

/**
 * Whose line it is and where it was read.
 *
 * @param service the service the line belongs to
 * @param host the host the line came from
 * @param position where the line was read
 */
public record Origin(String service, String host, Position position) {}
