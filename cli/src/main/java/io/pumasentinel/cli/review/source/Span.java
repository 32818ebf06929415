package io.pumasentinel.cli.review.source;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of event time.
 *
 * @param from its first instant
 * @param until the first instant after it, later than {@code from}
 */
public record Span(Instant from, Instant until) {
    /** Refuses a stretch without length. */
    public Span {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "until: not after from (got " + from + " and " + until + ")");
        }
    }

    /** The stretch of the same length that ends where this one begins. */
    public Span before() {
        return new Span(from.minus(length()), from);
    }

    /** From one length earlier to a tenth into this stretch: traffic there says it is covered. */
    public Span lead() {
        return new Span(from.minus(length()), from.plus(length().dividedBy(10)).plusMillis(1));
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(from, until);
    }

    /** How long it is, in minutes. */
    public double minutes() {
        return length().toMillis() / 60_000.0;
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
