package io.pumasentinel.job.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.baseline.Guards;
import io.pumasentinel.event.AddressCount;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestScore;
import io.pumasentinel.job.config.EndpointThresholds;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EndpointScorerTest {
    private static final int WARM = 60;

    private EndpointScorer scorer = scorer(List.of());
    private EndpointState state = new EndpointState();

    @Test
    void windowsStartAtMultiplesOfTenSecondsBeforeTheEpochToo() {
        assertThat(scorer.windowStart(10_000)).isEqualTo(10_000);
        assertThat(scorer.windowStart(19_999)).isEqualTo(10_000);
        assertThat(scorer.windowStart(-1)).isEqualTo(-10_000);
        assertThat(scorer.windowEnd(10_000)).isEqualTo(20_000);
    }

    @Test
    void onlyTheFirstRequestOpensAWindow() {
        assertThat(scorer.count(state, 0, Requests.access(200, 0.1))).isTrue();
        assertThat(scorer.count(state, 0, Requests.access(200, 0.1))).isFalse();
        assertThat(scorer.count(state, 10_000, Requests.access(200, 0.1))).isTrue();
        assertThat(state.open).hasSize(2);
        assertThat(state.lastEndMillis).isEqualTo(20_000);
    }

    @Test
    void aWindowSaysWhatItCounted() {
        scorer.count(state, 0, Requests.access("a", 200, 10_000_000));
        scorer.count(state, 0, Requests.access("b", 404, -1));
        scorer.count(state, 0, Requests.access("a", 503, -1));

        EndpointWindow window = close(0, false);
        assertThat(window.service()).isEqualTo("shop");
        assertThat(window.endpoint()).isEqualTo(Requests.ENDPOINT);
        assertThat(window.endMillis()).isEqualTo(10_000);
        assertThat(window.count()).isEqualTo(3);
        assertThat(window.errors4xx()).isEqualTo(1);
        assertThat(window.errors5xx()).isEqualTo(1);
        assertThat(window.bytes()).isEqualTo(3 * 512);
        assertThat(window.p99Nanos()).isBetween(9_900_000L, 10_100_000L);
        assertThat(window.topAddresses())
                .containsExactly(new AddressCount("a", 2), new AddressCount("b", 1));
    }

    @Test
    void aWindowClosesOnceAndOnlyIfItWasOpened() {
        scorer.count(state, 0, Requests.access(200, 0.1));

        assertThat(closeIfOpen(10_000)).isNull();
        assertThat(closeIfOpen(0)).isNotNull();
        assertThat(closeIfOpen(0)).isNull();
        assertThat(state.open).isEmpty();
    }

    @Test
    void nothingIsScoredBeforeTheBaselineIsWarm() {
        steadyWindows(5);

        assertThat(score(50_000, 9)).isNull();
    }

    @Test
    void aSlowRequestScoresHighAndAnOrdinaryOneLow() {
        steadyWindows(WARM);
        long now = WARM * 10_000L + 10_000;

        RequestScore slow = Objects.requireNonNull(score(now, 3));
        RequestScore ordinary = Objects.requireNonNull(score(now, 0.02));
        assertThat(slow.score()).isGreaterThan(0.9);
        assertThat(ordinary.score()).isLessThan(0.9);
        assertThat(slow.expectedNanos()).isBetween(15_000_000L, 25_000_000L);
        assertThat(slow.upperNanos()).isGreaterThan(slow.expectedNanos());
    }

    @Test
    void aRequestWithoutADurationIsJudgedByItsLength() {
        steadyWindows(WARM);

        RequestScore score =
                Objects.requireNonNull(scorer.score(state, 700_000, Requests.access("a", 200, -1)));
        assertThat(score.metric()).isEqualTo(RequestScore.BYTES);
        assertThat(score.score()).isLessThan(0.5);
        assertThat(score.observed()).isEqualTo(512);
        assertThat(score.expectedNanos()).isEqualTo(-1);
        assertThat(scorer.score(state, 700_000, Requests.access("a", 500, -1))).isNull();
    }

    @Test
    void aStepOfTheLatencyShowsInTheWindow() {
        steadyWindows(WARM);
        EndpointWindow slow = windowOf(WARM, 2);

        assertThat(slow.scores())
                .filteredOn(score -> score.metric().equals("latency.p95"))
                .singleElement()
                .satisfies(score -> assertThat(score.score()).isGreaterThan(0.9))
                .satisfies(score -> assertThat(score.observed()).isBetween(1.9, 2.1))
                .satisfies(score -> assertThat(score.upper()).isLessThan(1));
    }

    @Test
    void aDeviationTooSmallToMatterIsOrdinary() {
        steadyWindows(WARM);
        EndpointWindow window = windowOf(WARM, 0.024);

        assertThat(window.scores())
                .filteredOn(score -> score.metric().startsWith("latency"))
                .isNotEmpty()
                .extracting(MetricScore::score)
                .allMatch(score -> score <= EndpointScorer.ORDINARY);
    }

    @Test
    void anEndpointMayHaveThresholdsOfItsOwn() {
        Guards usual = Guards.defaults();
        Guards patient = new Guards(5, 1.5, 5_000_000_000L, 0.05, 2, 2, 4_096);
        assertThat(scoreOfTwoSeconds(new EndpointThresholds("GET /ord*", patient)))
                .isLessThanOrEqualTo(EndpointScorer.ORDINARY);
        assertThat(scoreOfTwoSeconds(new EndpointThresholds("GET /ord", patient)))
                .isGreaterThan(0.9);
        assertThat(
                        scoreOfTwoSeconds(
                                new EndpointThresholds("GET /orders", usual),
                                new EndpointThresholds("*", patient)))
                .isGreaterThan(0.9);
    }

    @Test
    void aPartialWindowNeitherTeachesNorRaises() {
        steadyWindows(WARM);
        int versions = state.ring.versions.length;
        long windowEnd = state.ring.versions[versions - 1].windowEndMillis;
        count(WARM, 9);

        assertThat(close(WARM * 10_000L, true).scores()).isEmpty();
        assertThat(state.ring.versions[versions - 1].windowEndMillis).isEqualTo(windowEnd);
        assertThat(Objects.requireNonNull(score(WARM * 10_000L + 30_000, 9)).score())
                .isGreaterThan(0.9);
    }

    private void steadyWindows(int windows) {
        long start = 0;
        for (PumaEvent event : Requests.steady(windows, 7)) {
            long own = scorer.windowStart(event.timestampMillis());
            if (own != start) {
                close(start, false);
                start = own;
            }
            scorer.count(state, own, Objects.requireNonNull(event.access()));
        }
        close(start, false);
    }

    private EndpointWindow windowOf(int window, double seconds) {
        count(window, seconds);
        return close(window * 10_000L, false);
    }

    private void count(int window, double seconds) {
        for (int i = 0; i < 30; i++) {
            scorer.count(state, window * 10_000L, Requests.access(200, seconds));
        }
    }

    private @Nullable RequestScore score(long millis, double seconds) {
        return scorer.score(state, millis, Requests.access(200, seconds));
    }

    private EndpointWindow close(long start, boolean partial) {
        return Objects.requireNonNull(
                scorer.close(state, "shop", Requests.ENDPOINT, start, partial));
    }

    private @Nullable EndpointWindow closeIfOpen(long start) {
        return scorer.close(state, "shop", Requests.ENDPOINT, start, false);
    }

    private double scoreOfTwoSeconds(EndpointThresholds... special) {
        state = new EndpointState();
        scorer = scorer(List.of(special));
        steadyWindows(WARM);
        return windowOf(WARM, 2).scores().stream()
                .filter(score -> score.metric().equals("latency.p95"))
                .mapToDouble(MetricScore::score)
                .sum();
    }

    private static EndpointScorer scorer(List<EndpointThresholds> special) {
        return new EndpointScorer(new EndpointSettings(BaselineSettings.defaults(), special));
    }
}
