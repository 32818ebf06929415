package io.pumasentinel.event;

import java.util.List;

/**
 * A line or a document that could not be used, with the reason.
 *
 * @param reason one lower-case phrase from a closed list
 * @param timestampMillis event time, as near as it is known
 * @param service the service
 * @param host the host
 * @param position where the line was read
 * @param line the redacted line, cut to a bounded length
 * @param redacted what was removed from it, as in {@link PumaEvent#redacted()}
 */
public record DeadLetter(
        String reason,
        long timestampMillis,
        String service,
        String host,
        Position position,
        String line,
        List<String> redacted) {}
