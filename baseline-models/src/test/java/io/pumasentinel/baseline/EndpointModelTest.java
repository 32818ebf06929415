package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndpointModelTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();
    private static final long WINDOW = SETTINGS.windowMillis();
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(17);
    private final EndpointModel model = new EndpointModel();
    private long start = 1_000_000_000_000L;

    @Test
    void saysNothingDuringWarmUpAndJudgesEveryMetricAfterIt() {
        for (int i = 0; i < SETTINGS.warmUpWindows(); i++) {
            assertThat(model.warm()).isFalse();
            assertThat(close(40, 20, 0)).isEmpty();
        }
        assertThat(model.warm()).isTrue();
        assertThat(close(40, 20, 0))
                .extracting(WindowScore::metric)
                .containsExactlyInAnyOrder(Metric.values());
    }

    @Test
    void findsLatencyErrorsRateAndSizesAtOnceAndInTheirUnits() {
        closeMany(60);
        WindowCounts odd = window(400, 300, 0);
        for (int i = 0; i < 400; i++) {
            odd.detail.add("192.0.2." + i, "PUT", 200, "debug=1", -1);
        }
        odd.errors5xx = 200;
        odd.bytes *= 50;

        List<WindowScore> scores = model.close(odd, SETTINGS);

        assertThat(scores)
                .filteredOn(s -> s.metric() != Metric.ERRORS_4XX && s.metric() != Metric.DENIED)
                .hasSize(8)
                .allSatisfy(
                        s -> {
                            assertThat(s.score()).as(s.toString()).isGreaterThan(0.9);
                            assertThat(s.notable()).isTrue();
                            assertThat(s.lower()).isLessThanOrEqualTo(s.expected());
                            assertThat(s.upper()).isBetween(s.expected(), s.observed());
                            assertThat(s.spanMillis()).isEqualTo(WINDOW);
                        });
        assertThat(score(scores, Metric.RATE).observed()).isEqualTo(40);
        assertThat(score(scores, Metric.RATE).expected()).isCloseTo(4, within(0.5));
        assertThat(score(scores, Metric.ERRORS_5XX).observed()).isEqualTo(0.5);
        assertThat(score(scores, Metric.LATENCY_P50).observed()).isCloseTo(0.3, within(0.02));
        assertThat(score(scores, Metric.LATENCY_P50).expected()).isCloseTo(0.02, within(0.002));
        assertThat(score(scores, Metric.BYTES).observed()).isEqualTo(50_000);
        assertThat(score(scores, Metric.CLIENTS).observed()).isCloseTo(800, within(60.0));
        assertThat(score(scores, Metric.CLIENTS).expected()).isCloseTo(40, within(4.0));
        assertThat(score(scores, Metric.VALUES).observed()).isEqualTo(1);
    }

    @Test
    void givesTheSameScoresForTheSameWindows() {
        EndpointModel twin = new EndpointModel();
        for (int i = 0; i < 200; i++) {
            WindowCounts window = window(10 + random.nextInt(30), 20 + random.nextInt(5), i % 7);
            assertThat(twin.close(window, SETTINGS)).isEqualTo(model.close(window, SETTINGS));
        }
    }

    @Test
    void poolsWindowsOfFewRequestsUntilTheMinimumVolume() {
        List<WindowScore> scores = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            scores.addAll(close(5, 20, 0));
        }
        assertThat(scores)
                .filteredOn(s -> s.metric() == Metric.LATENCY_P95)
                .hasSize(18)
                .allSatisfy(s -> assertThat(s.spanMillis()).isEqualTo(4 * WINDOW));
        assertThat(scores).filteredOn(s -> s.metric() == Metric.RATE).hasSize(70);
    }

    @Test
    void endsAPoolAfterTheMaximumSpanWhateverItHolds() {
        List<WindowScore> scores = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            scores.addAll(close(3, 20, 0));
            start += 5 * WINDOW;
        }
        assertThat(scores)
                .filteredOn(s -> s.metric() == Metric.ERRORS_5XX)
                .isNotEmpty()
                .allSatisfy(s -> assertThat(s.spanMillis()).isEqualTo(310_000L));
    }

    @Test
    void doesNotMixOldRequestsIntoANewPool() {
        closeMany(60);
        close(5, 2_000, 0);
        start += 60 * WINDOW;
        close(10, 20, 0);
        List<WindowScore> scores = close(10, 20, 0);

        assertThat(score(scores, Metric.LATENCY_P95).spanMillis()).isEqualTo(2 * WINDOW);
        assertThat(score(scores, Metric.LATENCY_P95).score()).isLessThan(0.9);
    }

    @Test
    void passesAnyGapInConstantTimeAndKeepsWhatItLearned() {
        closeMany(60);
        start += 1_000_000_000L * WINDOW;
        List<WindowScore> scores = close(40, 20, 0);

        assertThat(model.elapsedWindows).isEqualTo(1_000_000_061L);
        assertThat(score(scores, Metric.RATE).expected()).isCloseTo(4, within(0.5));
        assertThat(model.rate.passed).isCloseTo(1 / (1 - SETTINGS.keep()), within(1e-6));
        assertThat(model.rate.busy).isEqualTo(1);
    }

    @Test
    void tellsOfADropOnlyForAnEndpointThatIsAlwaysBusy() {
        closeMany(100);
        WindowScore drop = score(close(5, 20, 0), Metric.RATE);
        assertThat(drop.score()).isGreaterThan(0.9);
        assertThat(drop.notable()).isTrue();

        EndpointModel sparse = new EndpointModel();
        for (int i = 0; i < 100; i++) {
            sparse.close(window(40, 20, 0), SETTINGS);
            start += WINDOW;
        }
        assertThat(score(sparse.close(window(5, 20, 0), SETTINGS), Metric.RATE).notable())
                .isFalse();
    }

    @Test
    void staysCalmUnderADayCompressedToFiveMinutes() {
        for (int i = 0; i < 300; i++) {
            double mean = 47 + 35 * Math.sin(2 * Math.PI * i / 30);
            for (WindowScore score : close(poisson(mean), 20, 0)) {
                assertThat(score.notable() && score.score() >= 0.9).as("%s", score).isFalse();
            }
        }
        assertThat(score(close(350, 20, 0), Metric.RATE).score()).isGreaterThan(0.9);
    }

    @Test
    void comparesBurstsWithEarlierBursts() {
        for (int i = 0; i < 60; i++) {
            start += 360 * WINDOW;
            for (WindowScore score : close(30 + random.nextInt(10), 20, 0)) {
                assertThat(score.notable() && score.score() >= 0.9).as("%s", score).isFalse();
            }
        }
    }

    @Test
    void acceptsALastingLatencyAfterTheStatedNumberOfWindows() {
        closeMany(60);
        for (int i = 0; i < SETTINGS.acceptAfterWindows(); i++) {
            WindowScore score = score(close(40, 200, 0), Metric.LATENCY_P95);
            assertThat(score.score()).as("window %s", i).isGreaterThan(0.9);
        }
        assertThat(score(close(40, 200, 0), Metric.LATENCY_P95).score()).isLessThan(0.5);
        closeMany(3);
        assertThat(model.requestBaseline(SETTINGS).windowEndMillis).isEqualTo(start);
    }

    @Test
    void keepsSlowWindowsAwayFromTheRequestBaseline() {
        closeMany(60);
        RequestBaseline before = model.requestBaseline(SETTINGS);
        for (int i = 0; i < 30; i++) {
            close(40, 400, 0);
        }
        RequestBaseline after = model.requestBaseline(SETTINGS);

        assertThat(before.warm).isTrue();
        assertThat(after.upperNanos).isEqualTo(before.upperNanos);
        assertThat(after.score(400 * MILLI)).isGreaterThan(0.9);
    }

    @Test
    void isNotNotableWhenTheEffectIsTooSmallToMatter() {
        for (int i = 0; i < 60; i++) {
            close(40, 1, 0);
        }
        WindowScore slower = score(close(40, 5, 0), Metric.LATENCY_P95);
        assertThat(slower.score()).isGreaterThan(0.9);
        assertThat(slower.notable()).isFalse();

        WindowCounts oneError = window(25, 1, 0);
        oneError.errors5xx = 1;
        assertThat(score(model.close(oneError, SETTINGS), Metric.ERRORS_5XX).notable()).isFalse();
    }

    private void closeMany(int windows) {
        for (int i = 0; i < windows; i++) {
            close(36 + random.nextInt(9), 20, 0);
        }
    }

    private List<WindowScore> close(int count, int millis, int errors4xx) {
        return model.close(window(count, millis, errors4xx), SETTINGS);
    }

    private WindowCounts window(int count, int millis, int errors4xx) {
        WindowCounts window = new WindowCounts();
        window.startMillis = start;
        start += WINDOW;
        for (int i = 0; i < count; i++) {
            double factor = Math.exp(0.2 * random.nextGaussian());
            int status = i < errors4xx ? 404 : 200;
            window.add(status, 1_000, Math.round(millis * MILLI * factor));
            window.detail.add("198.51.100." + i, "GET", status, "page=" + i, -1);
        }
        return window;
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        int count = 0;
        for (double product = random.nextDouble(); product > limit; count++) {
            product *= random.nextDouble();
        }
        return Math.max(count, 1);
    }

    private static WindowScore score(List<WindowScore> scores, Metric metric) {
        return scores.stream().filter(s -> s.metric() == metric).findFirst().orElseThrow();
    }
}
