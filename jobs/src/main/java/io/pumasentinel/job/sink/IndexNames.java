package io.pumasentinel.job.sink;

import java.io.Serializable;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Names the index of every document: stream, namespace and the day (alerts: the month) of the
 * event.
 *
 * @param namespace the last part of the stream's name, such as {@code default}
 */
public record IndexNames(String namespace) implements Serializable {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu.MM.dd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("uuuu.MM").withZone(ZoneOffset.UTC);

    /** {@code logs-puma.access-<ns>-yyyy.MM.dd}. */
    public String access(long millis) {
        return "logs-puma.access-" + namespace + "-" + day(millis);
    }

    /** {@code logs-puma.error-<ns>-yyyy.MM.dd}. */
    public String error(long millis) {
        return "logs-puma.error-" + namespace + "-" + day(millis);
    }

    /** {@code metrics-puma.stats-<ns>-yyyy.MM.dd}. */
    public String stats(long millis) {
        return "metrics-puma.stats-" + namespace + "-" + day(millis);
    }

    /** {@code metrics-puma.endpoint-<ns>-yyyy.MM.dd}. */
    public String endpoint(long millis) {
        return "metrics-puma.endpoint-" + namespace + "-" + day(millis);
    }

    /** {@code logs-puma.dead_letter-<ns>-yyyy.MM.dd}. */
    public String deadLetter(long millis) {
        return deadLetterPrefix() + day(millis);
    }

    String deadLetterPrefix() {
        return "logs-puma.dead_letter-" + namespace + "-";
    }

    /** {@code logs-puma.alert-<ns>-yyyy.MM.dd}: every transition of an alert. */
    public String alertTransition(long millis) {
        return "logs-puma.alert-" + namespace + "-" + day(millis);
    }

    /** {@code alerts-puma-<ns>-yyyy.MM}: the alert as it stands. */
    public String alert(long startMillis) {
        return "alerts-puma-" + namespace + "-" + MONTH.format(Instant.ofEpochMilli(startMillis));
    }

    /** All months of {@link #alert}. */
    public String alerts() {
        return "alerts-puma-" + namespace + "-*";
    }

    private static String day(long millis) {
        return DAY.format(Instant.ofEpochMilli(millis));
    }
}
