package io.pumasentinel.job.sink;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.AlertHandling;
import io.pumasentinel.event.AlertPart;
import io.pumasentinel.event.AlertStatus;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import io.pumasentinel.event.Evidence;
import io.pumasentinel.event.Level;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Technique;
import java.util.List;

/** Alerts with all that they can hold, and with as little as they can hold. */
final class AlertExamples {
    private static final long MILLIS = Examples.MILLIS;

    private AlertExamples() {}

    static Alert full() {
        return new Alert(
                "0123456789abcdef01234567",
                7,
                AlertStatus.ONGOING,
                "shop",
                new Entity(EntityType.ENDPOINT, "GET /orders"),
                "latency-step",
                "Endpoint got slow",
                "Latency far above what the endpoint usually takes.",
                "performance",
                Level.HIGH,
                List.of(
                        new Technique("T1499", "Endpoint Denial of Service", "TA0040", "Impact"),
                        new Technique("T1110", "Brute Force", "TA0006", "Credential Access")),
                MILLIS,
                MILLIS - 20_000,
                MILLIS + 30_000,
                42,
                "GET /orders",
                "web-1",
                List.of("203.0.113.9", "2001:db8::7"),
                new MetricScore("latency.p95", 0.99, 1.5, 0.25, 0.125, 0.5, 10_000),
                parts(),
                List.of(new Evidence(MILLIS, Examples.RECORD, "GET /orders 200 1.5 s")),
                "Endpoint got slow: GET /orders, 42 events.",
                true,
                new AlertHandling("ada", 1_795_000_000_000L, 1_795_003_600_000L));
    }

    private static List<AlertPart> parts() {
        return List.of(
                new AlertPart("error-burst", "Errors", Level.MEDIUM, MILLIS, MILLIS, 2),
                new AlertPart(
                        "latency-step",
                        "Endpoint got slow",
                        Level.HIGH,
                        MILLIS - 20_000,
                        MILLIS + 30_000,
                        42));
    }

    static Alert sparse() {
        return new Alert(
                "fedcba9876543210fedcba98",
                1,
                AlertStatus.OPEN,
                "shop",
                new Entity(EntityType.ADDRESS, "203.0.113.9"),
                "scan",
                "Scan",
                "Many paths that are not there.",
                "reconnaissance",
                Level.LOW,
                List.of(),
                MILLIS,
                MILLIS,
                MILLIS,
                1,
                null,
                "",
                List.of("203.0.113.9"),
                null,
                List.of(),
                List.of(),
                "Scan: 203.0.113.9, 1 event.",
                false,
                null);
    }
}
