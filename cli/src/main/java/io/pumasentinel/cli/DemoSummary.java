package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the demo found, on a screenful. */
final class DemoSummary {
    private final PrintWriter out;

    DemoSummary(PrintWriter out) {
        this.out = out;
    }

    void print(long lines, long requests, Map<String, Long> documents, List<JsonNode> alerts) {
        out.println();
        alerts.forEach(alert -> out.println(AlertLine.of(alert)));
        out.println();
        number("lines", lines);
        number("requests", requests);
        number("windows", documents.getOrDefault("metrics-puma.endpoint", 0L));
        number("alerts", alerts.size());
        byRule(alerts).forEach((rule, count) -> number("  " + rule, count));
        out.println("documents");
        documents.forEach((stream, count) -> number("  " + stream, count));
        out.flush();
    }

    private void number(String what, long count) {
        out.printf(Locale.ROOT, "%-32s %,10d%n", what, count);
    }

    private static Map<String, Long> byRule(List<JsonNode> alerts) {
        return alerts.stream()
                .collect(
                        Collectors.groupingBy(
                                alert -> alert.path("rule").path("id").asText(),
                                TreeMap::new,
                                Collectors.counting()));
    }
}
