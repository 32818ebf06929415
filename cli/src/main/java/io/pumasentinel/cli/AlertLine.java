package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** One alert in one line, for the terminal. */
final class AlertLine {
    private AlertLine() {}

    /** From the alert's document. */
    static String of(JsonNode alert) {
        JsonNode about = alert.path("sentinel").path("alert");
        return String.format(
                Locale.ROOT,
                "%-8s  %s  %-24s  %-28s  %,7d",
                about.path("level").asText(),
                span(alert.path("event")),
                alert.path("rule").path("id").asText(),
                about.path("entity").path("value").asText(),
                about.path("count").asLong());
    }

    private static String span(JsonNode event) {
        return clock(event.path("start").asText()) + "–" + clock(event.path("end").asText());
    }

    private static String clock(String instant) {
        int from = instant.indexOf('T') + 1;
        return from > 0 && instant.length() >= from + 8
                ? instant.substring(from, from + 8)
                : instant;
    }
}
