package io.pumasentinel.job.alert;

import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.MetricScore;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in one or two sentences what an alert saw and what was expected. */
final class Explanation {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    /** How metrics begin that are told as shares. */
    private static final List<String> SHARES =
            List.of("errors", "denied", "values", "client.errors");

    private Explanation() {}

    static String of(
            AlertPart worst,
            Entity entity,
            List<AlertPart> parts,
            @Nullable MetricScore metric,
            long startMillis,
            long endMillis) {
        StringBuilder text = new StringBuilder(160);
        long count = parts.stream().mapToLong(AlertPart::count).max().orElse(0);
        text.append(worst.ruleName()).append(": ").append(entity.value());
        text.append(", ").append(count).append(count == 1 ? " event" : " events");
        text.append(" between ").append(clock(startMillis));
        text.append(" and ").append(clock(endMillis)).append(" UTC.");
        if (metric != null) {
            text.append(' ').append(metric(metric));
        }
        if (parts.size() > 1) {
            text.append(" In order: ");
            for (int i = 0; i < parts.size(); i++) {
                text.append(i == 0 ? "" : ", then ");
                text.append(parts.get(i).ruleName()).append(" (");
                text.append(parts.get(i).count()).append(')');
            }
            text.append('.');
        }
        return text.toString();
    }

    private static String metric(MetricScore metric) {
        String rarity = Rarity.words(metric);
        return Rarity.name(metric.metric())
                + " "
                + value(metric.metric(), metric.observed())
                + ", expected "
                + value(metric.metric(), metric.expected())
                + ", upper "
                + value(metric.metric(), metric.upper())
                + (rarity.isEmpty() ? "" : ", " + rarity)
                + ".";
    }

    private static String value(String metric, double value) {
        if (metric.startsWith("latency")) {
            return String.format(Locale.ROOT, value < 0.1 ? "%.4f s" : "%.2f s", value);
        }
        if (SHARES.stream().anyMatch(metric::startsWith)) {
            return String.format(Locale.ROOT, "%.1f %%", value * 100);
        }
        return switch (metric) {
            case "rate", "request_rate" -> String.format(Locale.ROOT, "%.1f/s", value);
            case "utilization", "queueing", "cpu" ->
                    String.format(Locale.ROOT, "%.0f %%", value * 100);
            case "memory", "memory_growth" ->
                    String.format(Locale.ROOT, "%.0f MiB", value / (1 << 20));
            default -> String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value);
        };
    }

    private static String clock(long millis) {
        return CLOCK.format(Instant.ofEpochMilli(millis));
    }
}
