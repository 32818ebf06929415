package io.pumasentinel.job.sink;

import io.pumasentinel.baseline.Metric;
import io.pumasentinel.baseline.WorkerMetric;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.AddressCount;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.GcStats;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.event.StatsSample;
import java.util.ArrayList;
import java.util.List;

/** One of everything: with all that it can hold, and with as little as it can hold. */
final class Examples {
    /** 2026-11-21T21:10:23.204Z. */
    static final long MILLIS = 1_795_295_423_204L;

    static final Position RECORD = Position.ofRecord("puma-access", 3, 4711);
    static final Position LINE = Position.ofLine("logs/puma.log", 42);

    private static final Origin ORIGIN = new Origin("shop", "web-1", RECORD);
    private static final Origin FILE = new Origin("shop", "", LINE);

    private Examples() {}

    static PumaEvent fullRequest() {
        Access access =
                new Access(
                        "203.0.113.9",
                        "alice",
                        "POST",
                        "/users/sign_in",
                        "token=[REDACTED]",
                        "HTTP/1.1",
                        422,
                        512,
                        12_345_678,
                        "POST /users/sign_in",
                        AuthOutcome.FAILURE,
                        true,
                        false,
                        77,
                        "curl/8.5",
                        "req-1",
                        "trace-1",
                        new RequestDetail(
                                1_500_000,
                                "sessions#create",
                                "shop.example",
                                "https://a.example/"));
        return PumaEvent.of(ORIGIN, MILLIS, access)
                .without(List.of("token"))
                .judged(
                        new RequestScore(
                                0.987654321,
                                4_000_000,
                                9_500_000,
                                RequestScore.QUEUE,
                                0.0015,
                                0.0002,
                                0.0004),
                        List.of("auth.failure", "anomaly.latency"),
                        List.of("auth-failure"));
    }

    /** A request without a duration, judged by its response. */
    static PumaEvent largeRequest() {
        return sparseRequest()
                .judged(
                        new RequestScore(0.95, -1, -1, RequestScore.BYTES, 8e6, 2_048, 16_384),
                        List.of(),
                        List.of());
    }

    static PumaEvent sparseRequest() {
        return PumaEvent.of(FILE, MILLIS, bare(-1));
    }

    /** A request about which only its path is known. */
    static Access bare(int status) {
        return new Access(
                null,
                null,
                "",
                "/",
                null,
                "HTTP/1.0",
                status,
                -1,
                -1,
                "GET /",
                AuthOutcome.NONE,
                false,
                false,
                -1,
                null,
                null,
                null,
                null);
    }

    static PumaEvent fullError() {
        ErrorReport error =
                new ErrorReport(
                        "application-error",
                        "ActiveRecord::ConnectionTimeoutError",
                        "could not obtain a connection from the pool within 5.000 seconds",
                        "GET",
                        "/orders",
                        "203.0.113.9",
                        "GET /orders",
                        "app/models/order.rb:7:in `all'",
                        "req-1");
        return PumaEvent.of(ORIGIN, MILLIS, error)
                .judged(null, List.of("server.error"), List.of("unhandled-exception"));
    }

    static PumaEvent sparseError() {
        return PumaEvent.of(
                FILE,
                MILLIS,
                new ErrorReport(
                        "parse-error",
                        null,
                        "Invalid HTTP format",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    static PumaEvent fullLifecycle() {
        return PumaEvent.of(
                        ORIGIN,
                        MILLIS,
                        new Lifecycle("worker-timeout", 2, 4242, "! Terminating timed out worker"))
                .judged(null, List.of("worker.timeout"), List.of("worker-timeout"));
    }

    static PumaEvent sparseLifecycle() {
        return PumaEvent.of(FILE, MILLIS, new Lifecycle("stopping", -1, -1, "- Stopping"));
    }

    static PumaEvent fullStats() {
        return PumaEvent.of(
                        ORIGIN,
                        MILLIS,
                        new StatsSample(
                                "cluster",
                                1,
                                99,
                                MILLIS - 500,
                                3,
                                7,
                                5,
                                0,
                                5,
                                5,
                                120_000,
                                9,
                                2,
                                4,
                                4,
                                1,
                                0.625,
                                188_743_680,
                                2,
                                12.5,
                                null,
                                workerScores()))
                .judged(null, List.of("puma.backlog"), List.of("backlog-sample"));
    }

    private static List<MetricScore> workerScores() {
        List<MetricScore> scores = new ArrayList<>();
        for (WorkerMetric metric : WorkerMetric.values()) {
            double score = metric == WorkerMetric.BACKLOG ? 0.97 : 0.25;
            scores.add(new MetricScore(metric.label(), score, 2.5, 1.25, 0.5, 2, 10_000));
        }
        return scores;
    }

    static PumaEvent gcStats() {
        GcStats gc = new GcStats(120, 950, 100, 20, 400_000, 1_200, 300_000);
        return PumaEvent.of(
                ORIGIN,
                MILLIS,
                new StatsSample(
                        "single",
                        -1,
                        99,
                        MILLIS,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        Double.NaN,
                        -1,
                        -1,
                        Double.NaN,
                        gc));
    }

    static PumaEvent sparseStats() {
        return PumaEvent.of(
                FILE,
                MILLIS,
                new StatsSample(
                        "single",
                        0,
                        -1,
                        MILLIS,
                        -1,
                        0,
                        1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        -1,
                        Double.NaN,
                        -1,
                        -1,
                        Double.NaN,
                        null));
    }

    static EndpointWindow fullWindow() {
        List<MetricScore> scores = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            double score = metric == Metric.LATENCY_P95 ? 0.99 : 0.25;
            scores.add(new MetricScore(metric.label(), score, 2.5, 1.25, 0.5, 2, 10_000));
        }
        return new EndpointWindow(
                "shop",
                "GET /orders",
                MILLIS - MILLIS % 10_000,
                10_000,
                37,
                3,
                1,
                65_536,
                4_100_000,
                25_000_000,
                1_234_567_890,
                scores,
                List.of(new AddressCount("203.0.113.9", 30), new AddressCount("198.51.100.1", 7)));
    }

    static EndpointWindow sparseWindow() {
        return new EndpointWindow(
                "shop", "GET /", 0, 10_000, 1, 0, 0, 0, -1, -1, -1, List.of(), List.of());
    }

    static DeadLetter fullLetter() {
        return new DeadLetter(
                "unrecognised",
                MILLIS,
                "shop",
                "web-1",
                RECORD,
                "\u0000\"half a l",
                List.of("jwt"));
    }

    static DeadLetter sparseLetter() {
        return new DeadLetter("empty", MILLIS, "shop", "", LINE, "", List.of());
    }
}
