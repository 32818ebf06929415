package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Filters of the results page, and which documents they leave by an account of its own.
 *
 * @param filters what the address holds
 */
record FilterCase(
        Map<String, String> filters,
        Predicate<JsonNode> alerts,
        Predicate<JsonNode> windows,
        Predicate<JsonNode> samples,
        Predicate<JsonNode> letters) {

    private static final String FROM = "2026-11-21T21:25:30Z";
    private static final String TO = "2026-11-21T21:29:00Z";

    /** Filters for the bundled capture: each alone, all kinds together, and none. */
    static List<FilterCase> all() {
        return List.of(
                new FilterCase(
                        Map.of(),
                        FilterCase::any,
                        FilterCase::any,
                        FilterCase::any,
                        FilterCase::any),
                time(),
                same(Map.of("service", "shop"), is("/service/name", "shop")),
                same(Map.of("service", "none"), is("/service/name", "none")),
                endpoint("POST /login"),
                alertsOnly(Map.of("entity", "address:198.18.79.14"), about("198.18.79.14")),
                host("web-1"),
                alertsOnly(Map.of("technique", "T1190"), has("/threat/technique/id", "T1190")),
                alertsOnly(
                        Map.of("level", "critical,high"),
                        is("/sentinel/alert/level", "critical")
                                .or(is("/sentinel/alert/level", "high"))),
                text("union select"),
                together());
    }

    private static FilterCase time() {
        return new FilterCase(
                Map.of("from", FROM, "to", TO), during(), between(), between(), between());
    }

    private static FilterCase same(Map<String, String> filters, Predicate<JsonNode> wanted) {
        return new FilterCase(filters, wanted, wanted, wanted, wanted);
    }

    private static FilterCase endpoint(String name) {
        Predicate<JsonNode> wanted = is("/puma/endpoint", name);
        return new FilterCase(
                Map.of("endpoint", name), wanted, wanted, FilterCase::any, FilterCase::any);
    }

    private static FilterCase alertsOnly(Map<String, String> filters, Predicate<JsonNode> wanted) {
        return new FilterCase(filters, wanted, FilterCase::any, FilterCase::any, FilterCase::any);
    }

    private static FilterCase host(String name) {
        Predicate<JsonNode> wanted = is("/host/name", name);
        return new FilterCase(
                Map.of("entity", "host:" + name), wanted, FilterCase::any, wanted, wanted);
    }

    private static FilterCase text(String text) {
        Predicate<JsonNode> wanted = d -> d.toString().toLowerCase(Locale.ROOT).contains(text);
        return new FilterCase(Map.of("q", text), wanted, FilterCase::any, FilterCase::any, wanted);
    }

    private static FilterCase together() {
        return new FilterCase(
                Map.of("from", FROM, "to", TO, "endpoint", "POST /login", "level", "critical"),
                during().and(is("/puma/endpoint", "POST /login"))
                        .and(is("/sentinel/alert/level", "critical")),
                between().and(is("/puma/endpoint", "POST /login")),
                between(),
                between());
    }

    private static boolean any(JsonNode document) {
        return true;
    }

    private static Predicate<JsonNode> is(String pointer, String value) {
        return document -> document.at(pointer).asText().equals(value);
    }

    private static Predicate<JsonNode> has(String pointer, String value) {
        return document -> {
            for (JsonNode one : document.at(pointer)) {
                if (one.asText().equals(value)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static Predicate<JsonNode> about(String address) {
        return is("/sentinel/alert/entity/value", address)
                .or(is("/source/ip", address))
                .or(has("/related/ip", address));
    }

    private static Predicate<JsonNode> between() {
        return document -> {
            Instant at = at(document, "/@timestamp");
            return !at.isBefore(Instant.parse(FROM)) && at.isBefore(Instant.parse(TO));
        };
    }

    private static Predicate<JsonNode> during() {
        return document ->
                !at(document, "/event/end").isBefore(Instant.parse(FROM))
                        && at(document, "/event/start").isBefore(Instant.parse(TO));
    }

    private static Instant at(JsonNode document, String pointer) {
        return Instant.parse(document.at(pointer).textValue());
    }

    Set<String> alerts(CaptureAnalysis files) throws IOException {
        Set<String> ids = new TreeSet<>();
        for (JsonNode alert : files.documents("alerts.ndjson")) {
            if (alerts.test(alert)) {
                ids.add(alert.at("/sentinel/alert/id").textValue());
            }
        }
        return ids;
    }

    long windows(CaptureAnalysis files) throws IOException {
        return files.documents("windows.ndjson").stream().filter(windows).count();
    }

    long requests(CaptureAnalysis files) throws IOException {
        return files.documents("windows.ndjson").stream()
                .filter(windows)
                .mapToLong(window -> window.at("/sentinel/window/count").longValue())
                .sum();
    }

    long samples(CaptureAnalysis files) throws IOException {
        return files.documents("stats.ndjson").stream().filter(samples).count();
    }

    long letters(CaptureAnalysis files) throws IOException {
        return files.documents("dead-letters.ndjson").stream().filter(letters).count();
    }

    @Override
    public String toString() {
        return filters.toString();
    }
}
