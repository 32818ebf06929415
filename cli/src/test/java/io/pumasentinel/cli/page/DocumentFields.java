package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.StatsSample;
import io.pumasentinel.event.Technique;
import io.pumasentinel.job.sink.Documents;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The fields that the job's own document classes write, and the objects around them. */
final class DocumentFields {

    private static final Origin ORIGIN =
            new Origin("shop", "web-1", Position.ofRecord("puma", 0, 1));

    private static final List<String> METRICS =
            List.of(
                    "rate",
                    "errors_4xx",
                    "errors_5xx",
                    "bytes",
                    "latency.p50",
                    "latency.p95",
                    "latency.p99");

    private DocumentFields() {}

    /** Full names, by index pattern, of documents in which nothing is missing. */
    static Map<String, Set<String>> byIndex() throws IOException {
        Documents documents = new Documents();
        return Map.of(
                "logs-puma.access-*", fields(documents.of(PumaEvent.of(ORIGIN, 0, access()))),
                "metrics-puma.stats-*", fields(documents.of(PumaEvent.of(ORIGIN, 0, sample()))),
                "metrics-puma.endpoint-*", fields(documents.of(window())),
                "alerts-puma-*", fields(documents.of(alert())));
    }

    private static Set<String> fields(byte[] document) throws IOException {
        Set<String> fields = new TreeSet<>();
        collect("", Json.MAPPER.readTree(document), fields);
        return fields;
    }

    private static void collect(String prefix, JsonNode object, Set<String> into) {
        for (var field : object.properties()) {
            into.add(prefix + field.getKey());
            collect(prefix + field.getKey() + ".", field.getValue(), into);
        }
    }

    private static Access access() {
        return new Access(
                "198.18.0.1",
                null,
                "GET",
                "/orders/1",
                null,
                "HTTP/1.1",
                200,
                10,
                1_000_000,
                "GET /orders/{id}",
                AuthOutcome.NONE,
                false,
                false,
                1,
                null,
                null,
                null,
                null);
    }

    private static StatsSample sample() {
        return new StatsSample(
                "cluster",
                0,
                1,
                0,
                0,
                0,
                1,
                4,
                1,
                5,
                7,
                0,
                0,
                2,
                2,
                0,
                0.5,
                1,
                -1,
                Double.NaN,
                null);
    }

    private static EndpointWindow window() {
        List<MetricScore> scores =
                METRICS.stream()
                        .map(metric -> new MetricScore(metric, 0.1, 1, 1, 0, 2, 10_000))
                        .toList();
        return new EndpointWindow(
                "shop", "GET /", 0, 10_000, 1, 0, 0, 10, 1, 2, 3, scores, List.of());
    }

    private static Alert alert() {
        return new Alert(
                "a",
                1,
                AlertStatus.OPEN,
                "shop",
                new Entity(EntityType.ADDRESS, "198.18.0.1"),
                "rule",
                "Rule",
                "What it looks for.",
                "probe",
                Level.HIGH,
                List.of(new Technique("T1110", "Brute Force", "TA0006", "Credential Access")),
                0,
                0,
                0,
                1,
                null,
                "web-1",
                List.of("198.18.0.1"),
                null,
                List.of(new AlertPart("rule", "Rule", Level.HIGH, 0, 0, 1)),
                List.of(),
                "What was seen.",
                true,
                null);
    }
}
