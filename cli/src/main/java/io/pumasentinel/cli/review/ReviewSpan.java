package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Span;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code --since} and {@code --until}. */
public final class ReviewSpan {
    private static final Pattern LENGTH = Pattern.compile("([1-9][0-9]{0,5})([mhdw])");

    private ReviewSpan() {}

    /**
     * The span from {@code since} up to {@code until}.
     *
     * @param since a length such as {@code 24h}, {@code 7d}, {@code 90m}, {@code 4w}, or an instant
     * @throws IllegalArgumentException if it is neither, or not before the end
     */
    public static Span ending(Instant until, String since) {
        Matcher length = LENGTH.matcher(since);
        try {
            Instant from = length.matches() ? until.minus(duration(length)) : Instant.parse(since);
            if (from.isBefore(until)) {
                return new Span(from, until);
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--since: neither a length nor an instant (got "
                            + since
                            + "); such as 24h, 7d or 2026-11-21T21:00:00Z",
                    e);
        }
        throw new IllegalArgumentException(
                "--since: not before the end (got " + since + ", and the end " + until + ")");
    }

    /**
     * An instant.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Instant instant(String until) {
        try {
            return Instant.parse(until);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "--until: no instant (got " + until + "); such as 2026-11-21T21:00:00Z", e);
        }
    }

    private static Duration duration(Matcher length) {
        long number = Long.parseLong(length.group(1));
        return switch (length.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofDays(7 * number);
        };
    }
}
