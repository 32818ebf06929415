package io.pumasentinel.benchmark.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WindowedGaussianTest {
    private static final double LEAST = 0.1;

    @Test
    void scoresByTheValuesBefore() {
        WindowedGaussian gaussian = new WindowedGaussian(1, 4, 1, LEAST);
        assertThat(score(gaussian, 1)).isEqualTo(0);
        // One value has no deviation: the least one counts.
        assertThat(score(gaussian, 3)).isCloseTo(20, within(1e-9));
        // Mean 2, deviation 1.
        assertThat(score(gaussian, 5)).isCloseTo(3, within(1e-9));
    }

    @Test
    void forgetsWhatLeftTheWindow() {
        WindowedGaussian gaussian = new WindowedGaussian(1, 2, 1, LEAST);
        for (double value : new double[] {1000, 1, 3}) {
            score(gaussian, value);
        }
        assertThat(score(gaussian, 4)).isCloseTo(2, within(1e-9));
    }

    @Test
    void aFullWindowMovesInSteps() {
        WindowedGaussian gaussian = new WindowedGaussian(1, 2, 2, LEAST);
        for (double value : new double[] {1, 3, 9}) {
            score(gaussian, value);
        }
        // Still that of 1 and 3.
        assertThat(score(gaussian, 3)).isCloseTo(1, within(1e-9));
        // Now that of 9 and 3.
        assertThat(score(gaussian, 6)).isCloseTo(0, within(1e-9));
    }

    @Test
    void theWorstColumnCounts() {
        WindowedGaussian gaussian = new WindowedGaussian(2, 10, 1, 1);
        gaussian.score(new double[] {0, 0}, 0);
        assertThat(gaussian.score(new double[] {1, -4}, 1)).isEqualTo(4);
    }

    private static double score(WindowedGaussian gaussian, double value) {
        return gaussian.score(new double[] {value}, 0);
    }
}
