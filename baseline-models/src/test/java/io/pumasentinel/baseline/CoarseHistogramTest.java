package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseHistogramTest {

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.5, 0.95, 0.99})
    void knowsQuantilesWithinTwentyThreePercent(double q) {
        Random random = new Random(11);
        double[] numbers = new double[10_000];
        CoarseHistogram histogram = new CoarseHistogram();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = 5e6 * Math.exp(random.nextGaussian());
            histogram.add(numbers[i]);
        }
        Arrays.sort(numbers);
        double exact = numbers[(int) (q * (numbers.length - 1))];
        assertThat(histogram.centreOf(histogram.quantileBin(q)))
                .isCloseTo(exact, within(0.23 * exact));
    }

    @Test
    void putsEveryNumberBetweenItsBinsEdges() {
        CoarseHistogram histogram = new CoarseHistogram();
        Random random = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            double number = Math.exp(40 * random.nextDouble());
            int bin = CoarseHistogram.binOf(number);
            assertThat(histogram.edgeOf(bin - 1)).isLessThanOrEqualTo(number);
            assertThat(histogram.edgeOf(bin)).isGreaterThan(number);
            assertThat(histogram.edgeOf(bin) / histogram.edgeOf(bin - 1)).isLessThanOrEqualTo(1.5);
        }
    }

    @Test
    void ignoresTheUnknownAndCountsTheSmallestAsOne() {
        CoarseHistogram histogram = new CoarseHistogram();
        histogram.add(-1);
        assertThat(histogram.isEmpty()).isTrue();
        histogram.add(0);
        assertThat(histogram.lowest).isZero();
        assertThat(histogram.total()).isEqualTo(1);
    }

    @Test
    void foldsTheLowestWhenNumbersDifferTooMuch() {
        CoarseHistogram histogram = new CoarseHistogram();
        for (double number = 1; number < 1e15; number *= 1.1) {
            histogram.add(number);
        }
        assertThat(histogram.weights).hasSizeLessThanOrEqualTo(CoarseHistogram.MOST_BINS);
        assertThat(histogram.weightAbove(CoarseHistogram.binOf(1e14))).isBetween(18.0, 25.0);
        assertThat(histogram.total()).isEqualTo(363);
    }

    @Test
    void learnsOutliersInTheBinThatIsGiven() {
        CoarseHistogram window = new CoarseHistogram();
        window.add(10);
        window.add(1e5);
        CoarseHistogram learned = new CoarseHistogram();
        learned.learn(window, 0.5, CoarseHistogram.binOf(1_000), CoarseHistogram.binOf(500));
        learned.learn(window, 0.5, Integer.MAX_VALUE, Integer.MAX_VALUE);

        assertThat(learned.total()).isEqualTo(3);
        assertThat(learned.weightAbove(CoarseHistogram.binOf(100))).isEqualTo(1.5);
        assertThat(learned.weightAbove(CoarseHistogram.binOf(1_000))).isEqualTo(1);
    }
}
