package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RequestBaselineTest {
    private static final long MILLI = 1_000_000;

    @Test
    void scoresHalfAtTheUpperEdgeAndRisesWithTheLatency() {
        RequestBaseline baseline = learned(200 * MILLI, 0.3);

        assertThat((double) baseline.expectedNanos)
                .isCloseTo(200.0 * MILLI, within(200.0 * MILLI * 0.06));
        assertThat(baseline.score(baseline.upperNanos)).isCloseTo(0.5, within(1e-6));
        double last = 0;
        for (long nanos = MILLI; nanos < 60_000 * MILLI; nanos = nanos * 11 / 10) {
            double score = baseline.score(nanos);
            assertThat(score).as("score of %s ns", nanos).isBetween(last, 1.0);
            last = score;
        }
        assertThat(last).isGreaterThan(0.95);
        assertThat(baseline.score(-1)).isZero();
        assertThat(baseline.score(baseline.expectedNanos)).isZero();
    }

    @Test
    void exceedsItsUpperEdgeAboutOnceInSevenHundred() {
        RequestBaseline baseline = learned(200 * MILLI, 0.3);
        Random random = new Random(99);
        int above = 0;
        for (int i = 0; i < 100_000; i++) {
            double nanos = 200.0 * MILLI * Math.exp(0.3 * random.nextGaussian());
            above += baseline.score(Math.round(nanos)) > 0.5 ? 1 : 0;
        }
        // 135 by design; the log-normal tail is lighter than the Pareto tail assumed.
        assertThat(above).isBetween(10, 200);
    }

    @Test
    void thinksLittleOfAFewMilliseconds() {
        RequestBaseline baseline = learned(MILLI / 5, 0.3);
        assertThat(baseline.score(5 * MILLI)).isLessThan(0.5);
        assertThat(baseline.score(40 * MILLI)).isLessThan(0.5);
        assertThat(baseline.score(2_000 * MILLI)).isGreaterThan(0.9);
    }

    @Test
    void scoresNothingBeforeItLearned() {
        RequestBaseline baseline = RequestBaseline.of(new DecayedHistogram(), 0, Guards.defaults());
        assertThat(baseline.warm).isFalse();
        assertThat(baseline.score(Long.MAX_VALUE)).isZero();
    }

    @Test
    void forgetsByHalfLife() {
        DecayedHistogram histogram = new DecayedHistogram();
        LatencyHistogram old = new LatencyHistogram();
        LatencyHistogram recent = new LatencyHistogram();
        for (int i = 0; i < 100; i++) {
            old.add(10 * MILLI);
            recent.add(100 * MILLI);
        }
        histogram.learn(old, 1);
        for (int i = 0; i < 3; i++) {
            histogram.learn(recent, 0.5);
        }
        assertThat(histogram.total).isCloseTo(12.5 + 25 + 50 + 100, within(1e-3));
        assertThat(histogram.centreOf(histogram.quantileBin(0.05)))
                .isCloseTo(10.0 * MILLI, within(0.04 * 10 * MILLI));
        assertThat(histogram.centreOf(histogram.quantileBin(0.08)))
                .isCloseTo(100.0 * MILLI, within(0.04 * 100 * MILLI));
    }

    private static RequestBaseline learned(long median, double sigma) {
        Random random = new Random(5);
        DecayedHistogram histogram = new DecayedHistogram();
        for (int window = 0; window < 100; window++) {
            LatencyHistogram latencies = new LatencyHistogram();
            for (int i = 0; i < 50; i++) {
                latencies.add(Math.round(median * Math.exp(sigma * random.nextGaussian())));
            }
            histogram.learn(latencies, 0.99);
        }
        return RequestBaseline.of(histogram, 1_000_000, Guards.defaults());
    }
}
