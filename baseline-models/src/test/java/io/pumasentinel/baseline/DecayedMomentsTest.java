package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecayedMomentsTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 1e9})
    void agreesWithSumsOverTheWholePast(double offset) {
        double keep = Math.pow(0.5, 1.0 / 90);
        Random random = new Random(42);
        double[] values = random.doubles(2_000).map(x -> offset + x).toArray();
        DecayedMoments moments = new DecayedMoments();
        for (double value : values) {
            moments.observe(value, keep);
        }

        double weight = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double w = Math.pow(keep, values.length - 1 - i);
            weight += w;
            sum += w * (values[i] - offset);
        }
        double mean = sum / weight;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            double deviation = values[i] - offset - mean;
            squares += Math.pow(keep, values.length - 1 - i) * deviation * deviation;
        }
        assertThat(moments.weight).isCloseTo(weight, within(weight * 1e-12));
        // At 1e9 a double resolves 1.2e-7: the error is the values' own, not the sums'.
        assertThat(moments.mean - offset).isCloseTo(mean, within(1e-12 + offset * 1e-15));
        assertThat(moments.squares).isCloseTo(squares, within(squares * (1e-10 + offset * 1e-15)));
    }

    @Test
    void hasNoVarianceOverConstantValues() {
        DecayedMoments moments = new DecayedMoments();
        for (int i = 0; i < 1_000; i++) {
            moments.observe(0.1, 0.99);
        }
        assertThat(moments.mean).isEqualTo(0.1);
        assertThat(moments.variance()).isZero();
    }

    @Test
    void isDefinedFromTheFirstValue() {
        DecayedMoments moments = new DecayedMoments();
        assertThat(moments.variance()).isZero();
        moments.observe(3, 0.9);
        assertThat(moments.mean).isEqualTo(3);
        assertThat(moments.variance()).isZero();
    }
}
