package io.pumasentinel.event.ingest;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a Rails request says, read from its redacted text.
 *
 * @param tag the request id; null without a tag
 * @param pid the process; -1 if unknown
 * @param status of {@code Completed}; -1 for other lines
 * @param durationNanos of {@code Completed}; -1 if unknown
 * @param route of {@code Processing}; empty for other lines
 */
record RailsText(@Nullable String tag, int pid, int status, long durationNanos, String route) {

    private static final String COMPLETED = "Completed ";
    private static final String PROCESSING = "Processing by ";
    private static final long NANOS_PER_MILLI = 1_000_000;

    static RailsText of(String line) {
        byte[] b = line.getBytes(StandardCharsets.UTF_8);
        RubyLog log = RubyLog.of(b, 0, b.length);
        String text = new String(b, log.textAt(), b.length - log.textAt(), StandardCharsets.UTF_8);
        boolean completed = text.startsWith(COMPLETED);
        return new RailsText(
                log.tag(),
                log.pid(),
                completed ? status(text) : -1,
                completed ? durationNanos(text) : -1,
                text.startsWith(PROCESSING) ? route(text) : "");
    }

    private static int status(String text) {
        int end = COMPLETED.length() + 3;
        double number =
                text.length() < end
                        ? Double.NaN
                        : RailsNumbers.decimal(text.substring(COMPLETED.length(), end));
        return number >= 100 ? (int) number : -1;
    }

    /** {@code Completed 200 OK in 7ms (…)}. */
    private static long durationNanos(String text) {
        int in = text.indexOf(" in ");
        int end = in < 0 ? -1 : text.indexOf("ms", in);
        double millis = end < 0 ? Double.NaN : RailsNumbers.decimal(text.substring(in + 4, end));
        return millis >= 0 && millis < 1e12 ? Math.round(millis * NANOS_PER_MILLI) : -1;
    }

    /** {@code Processing by ShopController#user as HTML}. */
    private static String route(String text) {
        int hash = text.indexOf('#');
        int blank = text.indexOf(' ', PROCESSING.length());
        int end = blank < 0 ? text.length() : blank;
        return hash < 0 || hash > end
                ? ""
                : RouteOf.of(
                        text.substring(PROCESSING.length(), hash), text.substring(hash + 1, end));
    }
}
