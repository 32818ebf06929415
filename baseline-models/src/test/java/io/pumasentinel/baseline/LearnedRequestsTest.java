package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Failures, sizes and queue times of single requests, beside the latency of successes. */
class LearnedRequestsTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();
    private static final long MILLI = 1_000_000;

    private final Random random = new Random(23);
    private final EndpointModel model = new EndpointModel();
    private int windows;

    @Test
    void fastFailuresLeaveTheLatencyOfSuccessesAsItWas() {
        learn(60, 0);
        RequestBaseline healthy = model.requestBaseline(SETTINGS);
        double p95 = close(40, 0).latency.quantileNanos(0.95);
        for (int i = 0; i < 60; i++) {
            WindowCounts window = close(20, 20);
            assertThat((double) window.latency.quantileNanos(0.5)).isGreaterThan(12.0 * MILLI);
            assertThat((double) window.latency.quantileNanos(0.95)).isBetween(0.5 * p95, 2 * p95);
        }
        RequestBaseline failing = model.requestBaseline(SETTINGS);

        assertThat(failing.expectedNanos(200)).isBetween(13 * MILLI, 17 * MILLI);
        assertThat((double) failing.upperNanos(200))
                .isBetween(0.8 * healthy.upperNanos(200), 1.25 * healthy.upperNanos(200));
        assertThat(failing.expectedNanos(503)).isBetween(MILLI / 3, MILLI / 2);
    }

    @Test
    void aClassOfFailuresIsJudgedByItsOwnKindOnceItIsKnown() {
        learn(60, 0);
        RequestBaseline before = model.requestBaseline(SETTINGS);
        assertThat(before.expectedNanos(503)).isEqualTo(before.expectedNanos(200));
        assertThat(before.score(503, 15 * MILLI)).isEqualTo(before.score(200, 15 * MILLI));

        learn(60, 10);
        RequestBaseline after = model.requestBaseline(SETTINGS);
        assertThat(after.score(503, 2_000 * MILLI)).isGreaterThan(0.9);
        assertThat(after.upperNanos(503)).isLessThan(after.upperNanos(200));
        assertThat(after.expectedNanos(404)).isEqualTo(after.expectedNanos(200));
    }

    @Test
    void anEndpointThatOnlyFailsHasNoWarmLatencyForSuccesses() {
        for (int i = 0; i < 60; i++) {
            WindowCounts window = next();
            for (int n = 0; n < 30; n++) {
                window.add(401, 200, 2 * MILLI);
            }
            model.close(window, SETTINGS);
        }
        RequestBaseline baseline = model.requestBaseline(SETTINGS);
        assertThat(baseline.knowsLatency(200)).isFalse();
        assertThat(baseline.score(200, 900 * MILLI)).isZero();
        assertThat(baseline.knowsLatency(401)).isTrue();
        assertThat(baseline.score(401, 3_000 * MILLI)).isGreaterThan(0.9);
    }

    @Test
    void scoresLongResponsesAndLongQueues() {
        learn(60, 0);
        RequestBaseline baseline = model.requestBaseline(SETTINGS);

        assertThat(baseline.bytesScore(200, 2_000)).isLessThan(0.5);
        assertThat(baseline.bytesScore(200, 5_000)).isLessThan(0.5);
        assertThat(baseline.bytesScore(200, 5_000_000)).isGreaterThan(0.9);
        assertThat(baseline.bytesScore(500, 5_000_000)).isZero();
        assertThat(baseline.bytesScore(200, -1)).isZero();
        assertThat(baseline.queueScore(2 * MILLI)).isLessThan(0.5);
        assertThat(baseline.queueScore(4_000 * MILLI)).isGreaterThan(0.9);
        assertThat(baseline.queueScore(-1)).isZero();
    }

    @Test
    void outliersMoveTheUpperEdgeSlowly() {
        learn(60, 0);
        float upper = model.requestBaseline(SETTINGS).bytes.upper;
        for (int i = 0; i < 3; i++) {
            WindowCounts window = next();
            for (int n = 0; n < 40; n++) {
                window.add(200, 50_000_000, 15 * MILLI);
            }
            model.close(window, SETTINGS);
        }
        assertThat(model.requestBaseline(SETTINGS).bytes.upper).isLessThan(4 * upper);
        assertThat(model.requestBaseline(SETTINGS).bytesScore(200, 50_000_000)).isGreaterThan(0.9);
    }

    @Test
    void judgesNothingBeforeItIsWarm() {
        learn(SETTINGS.warmUpWindows() - 1, 5);
        RequestBaseline baseline = model.requestBaseline(SETTINGS);
        assertThat(baseline.knowsLatency(200)).isFalse();
        assertThat(baseline.knowsLatency(503)).isFalse();
        assertThat(baseline.bytesScore(200, Long.MAX_VALUE)).isZero();
        assertThat(baseline.queueScore(Long.MAX_VALUE)).isZero();
    }

    private void learn(int count, int failures) {
        for (int i = 0; i < count; i++) {
            close(40, failures);
        }
    }

    /** Successes of 15 ms, failures of 0.4 ms. */
    private WindowCounts close(int successes, int failures) {
        WindowCounts window = next();
        for (int i = 0; i < successes + failures; i++) {
            boolean failed = i >= successes;
            double spread = Math.exp(0.2 * random.nextGaussian());
            double nanos = (failed ? 0.4 : 15) * MILLI * spread;
            window.add(failed ? 503 : 200, failed ? 80 : 1_500, Math.round(nanos));
            window.detail.add("a", "GET", 200, null, Math.round(MILLI * spread));
        }
        model.close(window, SETTINGS);
        return window;
    }

    private WindowCounts next() {
        WindowCounts window = new WindowCounts();
        window.startMillis = 1_000_000L + windows++ * SETTINGS.windowMillis();
        return window;
    }
}
