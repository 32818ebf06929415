package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {
    private static final double[] QUANTILES = {0, 0.01, 0.25, 0.5, 0.9, 0.95, 0.99, 0.999, 1};

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 19, 20, 1_000, 50_000})
    void staysWithinOnePercentOfTheExactQuantile(int size) {
        long[] values = logNormal(size, 0.5, size);
        LatencyHistogram histogram = of(values);
        long[] sorted = values.clone();
        Arrays.sort(sorted);

        for (double q : QUANTILES) {
            long exact = sorted[(int) (q * (size - 1))];
            assertThat((double) histogram.quantileNanos(q))
                    .as("quantile %s of %s values, seed %s", q, size, size)
                    .isCloseTo((double) exact, within(exact * 0.010001));
        }
        assertThat(histogram.count()).isEqualTo(size);
    }

    @Test
    void agreesWithTheLibrarysSketch() {
        long[] values = logNormal(20_000, 0.8, 7);
        LatencyHistogram histogram = of(values);
        DDSketch sketch =
                new DDSketch(
                        new LogarithmicMapping(LatencyHistogram.RELATIVE_ERROR),
                        UnboundedSizeDenseStore::new);
        LongStream.of(values).forEach(value -> sketch.accept((double) value));

        for (double q : QUANTILES) {
            assertThat((double) histogram.quantileNanos(q))
                    .as("quantile %s", q)
                    .isCloseTo(sketch.getValueAtQuantile(q), within(1.0));
        }
    }

    @Test
    void mergesInAnyGroupingToTheSameCounts() {
        // Spread over nine decades: bins are folded on the way.
        LatencyHistogram a = of(logNormal(500, 4, 1));
        LatencyHistogram b = of(logNormal(500, 4, 2));
        LatencyHistogram c = of(logNormal(500, 4, 3));

        LatencyHistogram left = merged(merged(a, b), c);
        LatencyHistogram right = merged(c, merged(b, a));

        assertThat(left.count()).isEqualTo(1_500);
        for (double q : QUANTILES) {
            assertThat(left.quantileNanos(q)).isEqualTo(right.quantileNanos(q));
        }
        assertThat(bins(left)).isEqualTo(bins(right));
    }

    @Test
    void keepsItsUpperQuantilesAndItsSizeWhenLatenciesSpanTenDecades() {
        long[] values =
                LongStream.rangeClosed(1, 2_000)
                        .map(i -> Math.round(1_000 * Math.pow(10, i / 200.0)))
                        .toArray();
        LatencyHistogram histogram = of(values);

        assertThat(histogram.counts.length).isLessThanOrEqualTo(LatencyHistogram.MOST_BINS);
        assertThat(histogram.count()).isEqualTo(2_000);
        assertThat((double) histogram.quantileNanos(0.9))
                .isCloseTo((double) values[1_799], within(values[1_799] * 0.0101));
        // Folded: too high, but never above the highest value's 2,000th part.
        assertThat(histogram.quantileNanos(0)).isBetween(values[0], values[1_999] / 2_000);
    }

    @Test
    void takesTheShortestAndTheLongestDurations() {
        LatencyHistogram histogram = new LatencyHistogram();
        histogram.add(0);
        histogram.add(Long.MAX_VALUE);
        histogram.add(-1);

        assertThat(histogram.count()).isEqualTo(2);
        assertThat((double) histogram.quantileNanos(1))
                .isCloseTo((double) Long.MAX_VALUE, within(Long.MAX_VALUE * 0.0101));
    }

    @Test
    void isEmptyAtFirstAndAfterClear() {
        LatencyHistogram histogram = new LatencyHistogram();
        assertThat(histogram.isEmpty()).isTrue();
        assertThat(histogram.quantileNanos(0.5)).isEqualTo(-1);

        histogram.add(1_000_000);
        histogram.clear();
        assertThat(histogram.isEmpty()).isTrue();
        assertThat(histogram.quantileNanos(0.5)).isEqualTo(-1);

        histogram.add(9_000_000);
        assertThat(histogram.quantileNanos(0.5)).isBetween(8_910_000L, 9_090_000L);
    }

    @Test
    void refusesQuantilesOutsideTheRange() {
        assertThatThrownBy(() -> new LatencyHistogram().quantileNanos(1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantile out of range (got 1.5); 0 to 1");
    }

    @Test
    void tellsHowManyDurationsWereLonger() {
        LatencyHistogram histogram = of(10_000_000, 20_000_000, 30_000_000, 40_000_000);

        assertThat(histogram.countAbove(25_000_000)).isEqualTo(2);
        assertThat(histogram.countAbove(50_000_000)).isZero();
        assertThat(histogram.countAbove(0)).isEqualTo(4);
    }

    private static LatencyHistogram of(long... values) {
        LatencyHistogram histogram = new LatencyHistogram();
        LongStream.of(values).forEach(histogram::add);
        return histogram;
    }

    private static LatencyHistogram merged(LatencyHistogram a, LatencyHistogram b) {
        LatencyHistogram sum = new LatencyHistogram();
        sum.merge(a);
        sum.merge(b);
        return sum;
    }

    private static long[] bins(LatencyHistogram histogram) {
        return java.util.stream.IntStream.range(0, histogram.counts.length)
                .filter(slot -> histogram.counts[slot] > 0)
                .mapToLong(slot -> (histogram.lowest + slot) * 1_000_000L + histogram.counts[slot])
                .toArray();
    }

    private static long[] logNormal(int size, double sigma, long seed) {
        Random random = new Random(seed);
        return LongStream.generate(
                        () -> 2_000 + Math.round(2e7 * Math.exp(sigma * random.nextGaussian())))
                .limit(size)
                .toArray();
    }
}
