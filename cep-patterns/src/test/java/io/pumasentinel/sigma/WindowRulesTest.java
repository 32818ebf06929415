package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules over windows, on windows as a baseline would score them. */
class WindowRulesTest {
    private static final long START = 1_795_295_470_000L;
    private final RuleSet rules = Catalogue.load();

    @Test
    void aFloodIsTwoWindowsFarAboveTheExpectedRate() {
        assertThat(held("request-flood", rate(0.99, 40, 4), rate(0.97, 42, 4))).isTrue();
        assertThat(held("request-flood", rate(0.99, 40, 4))).isFalse();
        assertThat(held("request-flood", rate(0.99, 9, 4), rate(0.99, 9, 4))).isFalse();
        assertThat(held("request-flood", rate(0.99, 0.1, 4), rate(0.99, 0.1, 4))).isFalse();
        assertThat(held("request-flood", rate(0.8, 40, 4), rate(0.8, 40, 4))).isFalse();
    }

    @Test
    void oneSlowWindowIsNoRegressionHoweverManyOfItsQuantilesAreSlow() {
        MetricScore p50 = new MetricScore("latency.p50", 0.99, 0.36, 0.01, 0, 0.03, 10_000);
        MetricScore p95 = new MetricScore("latency.p95", 0.99, 0.39, 0.02, 0, 0.05, 10_000);
        MetricScore p99 = new MetricScore("latency.p99", 0.99, 0.40, 0.03, 0, 0.06, 10_000);
        assertThat(held("latency-regression", List.of(p50, p95, p99))).isFalse();
        assertThat(held("latency-regression", List.of(p50, p95, p99), List.of(p50))).isTrue();
        MetricScore faster = new MetricScore("latency.p50", 0.99, 0.002, 0.01, 0.008, 0.03, 10_000);
        assertThat(held("latency-regression", List.of(faster), List.of(faster))).isFalse();
    }

    @Test
    void anErrorBurstNeedsErrorsAndSurprise() {
        List<MetricScore> surprise =
                List.of(new MetricScore("errors_5xx", 0.99, 0.75, 0, 0, 0.1, 10_000));
        assertThat(held("error-burst", surprise, surprise)).isTrue();
        List<MetricScore> usual =
                List.of(new MetricScore("errors_5xx", 0.3, 0.05, 0.05, 0, 0.1, 10_000));
        assertThat(held("error-burst", usual, usual)).isFalse();
    }

    @SafeVarargs
    private boolean held(String rule, List<MetricScore>... windows) {
        List<EventView> views = new ArrayList<>();
        for (int i = 0; i < windows.length; i++) {
            long start = START + i * 10_000L;
            views.addAll(
                    Views.of(
                            new EndpointWindow(
                                    "shop",
                                    "GET /",
                                    start,
                                    10_000,
                                    40,
                                    0,
                                    30,
                                    0,
                                    -1,
                                    -1,
                                    -1,
                                    windows[i],
                                    List.of())));
        }
        return !ReferenceCorrelator.run(rules, views).getOrDefault(rule, List.of()).isEmpty();
    }

    private static List<MetricScore> rate(double score, double observed, double expected) {
        return List.of(new MetricScore("rate", score, observed, expected, 0, expected * 2, 10_000));
    }
}
