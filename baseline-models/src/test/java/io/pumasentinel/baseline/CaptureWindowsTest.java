package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Access logs of real Puma servers with labelled faults, whose load is a sine of 300 s. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaptureWindowsTest {
    private static final String CLEAN_END = "21:25:20";
    private static final String PRODUCTS = "GET /api/v1/products";
    private static final String ORDERS = "GET /orders/{uuid}";

    private CaptureWindows puma7;
    private CaptureWindows puma5;

    @BeforeAll
    void replay() throws IOException {
        puma7 = CaptureWindows.replay("puma-7.2-cluster", BaselineSettings.defaults());
        puma5 = CaptureWindows.replay("puma-5.6-cluster", BaselineSettings.defaults());
    }

    @Test
    void raisesNothingInFifteenCleanMinutes() {
        assertThat(puma7.scores)
                .as("scores given in the clean stretch")
                .filteredOn(s -> s.startMillis() < at(CLEAN_END))
                .hasSizeGreaterThan(4_000);
        assertThat(puma7.notable(0.9)).noneMatch(s -> s.startMillis() < at(CLEAN_END));
    }

    @Test
    void scoresFewWindowsBeyondTheirBandInTheCleanStretch() {
        List<CaptureWindows.Scored> clean =
                puma7.scores.stream().filter(s -> s.startMillis() < at(CLEAN_END)).toList();
        long beyond = clean.stream().filter(s -> s.score().score() >= 0.5).count();
        // 0.27 % by design if values were normal.
        assertThat((double) beyond / clean.size()).isLessThan(0.005);
    }

    @Test
    void findsTheSlowEndpointAndNoOther() {
        assertSlow(puma7, "21:30:50", "21:31:30");
        assertSlow(puma5, "20:03:00", "20:03:40");
    }

    @Test
    void findsTheBurstOfServerErrors() {
        assertFailing(puma7, "21:31:40", "21:32:10");
        assertFailing(puma5, "20:03:50", "20:04:20");
    }

    @Test
    void findsTheFloodedEndpoints() {
        assertThat(notable(puma7, "21:30:20", "21:30:30", Metric.RATE))
                .extracting(CaptureWindows.Scored::endpoint)
                .containsOnly("GET /", PRODUCTS, "GET /reports/slow", "GET /search")
                .hasSize(8);
        // After eight clean windows 5.6 learned from attacks: only the clearest surge stands out.
        assertThat(notable(puma5, "20:02:30", "20:02:40", Metric.RATE))
                .extracting(CaptureWindows.Scored::endpoint)
                .containsOnly("GET /search")
                .hasSize(2);
    }

    @Test
    void scoresTheSlowRequestsThemselves() {
        List<CaptureWindows.ScoredRequest> slow =
                puma7.requests.stream()
                        .filter(r -> r.endpoint().equals(PRODUCTS))
                        .filter(r -> r.timestampMillis() >= at("21:30:50"))
                        .filter(r -> r.timestampMillis() < at("21:31:30"))
                        .toList();
        long high = slow.stream().filter(r -> r.score() >= 0.8).count();
        assertThat((double) high / slow.size()).isGreaterThan(0.9);

        List<CaptureWindows.ScoredRequest> clean =
                puma7.requests.stream().filter(r -> r.timestampMillis() < at(CLEAN_END)).toList();
        long beyond = clean.stream().filter(r -> r.score() >= 0.5).count();
        assertThat((double) beyond / clean.size()).isLessThan(0.00135);
        assertThat(clean).noneMatch(r -> r.score() >= 0.8);
    }

    private static void assertSlow(CaptureWindows capture, String first, String last) {
        for (Metric metric : List.of(Metric.LATENCY_P50, Metric.LATENCY_P95, Metric.LATENCY_P99)) {
            assertThat(notable(capture, first, last, metric))
                    .as("%s from %s to %s", metric, first, last)
                    .hasSizeGreaterThanOrEqualTo(4)
                    .allMatch(s -> s.endpoint().equals(PRODUCTS));
        }
    }

    private static void assertFailing(CaptureWindows capture, String first, String last) {
        assertThat(notable(capture, first, last, Metric.ERRORS_5XX))
                .hasSize(4)
                .allMatch(s -> s.endpoint().equals(ORDERS));
    }

    private static List<CaptureWindows.Scored> notable(
            CaptureWindows capture, String first, String last, Metric metric) {
        return capture.notable(0.9).stream()
                .filter(s -> s.startMillis() >= at(first) && s.startMillis() <= at(last))
                .filter(s -> s.score().metric() == metric)
                .toList();
    }

    private static long at(String time) {
        return Instant.parse("2026-11-21T" + time + "Z").toEpochMilli();
    }
}
