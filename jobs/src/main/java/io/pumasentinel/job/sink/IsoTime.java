package io.pumasentinel.job.sink;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Writes instants as {@code 2026-11-21T21:10:23.204Z}.
 *
 * <p>Events of one second follow each other, so the text up to the second is kept from the last
 * call. Not thread-safe: one per writer.
 */
final class IsoTime {
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private long lastSecond = Long.MIN_VALUE;
    private String prefix = "";

    String format(long millis) {
        long second = Math.floorDiv(millis, 1000L);
        if (second != lastSecond) {
            prefix = SECOND.format(Instant.ofEpochSecond(second));
            lastSecond = second;
        }
        int rest = (int) Math.floorMod(millis, 1000L);
        return prefix
                + (char) ('0' + rest / 100)
                + (char) ('0' + rest / 10 % 10)
                + (char) ('0' + rest % 10)
                + 'Z';
    }
}
