package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RareValuesTest {
    private static final double REACH = 0.25;

    @Test
    void countsExactlyWhileFewValuesWereSeen() {
        RareValues rare = new RareValues();
        List<double[]> seen = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < RareValues.MOST; i++) {
            double value = random.nextGaussian();
            for (double[] old : seen) {
                old[1] *= 0.9;
            }
            seen.add(new double[] {value, 1});
            rare.observe(value, 1, 0.9);
        }
        for (double at = -4; at <= 4; at += 0.37) {
            assertThat(rare.beyond(at, REACH)).isCloseTo(beyond(seen, at), within(1e-5));
        }
    }

    @Test
    void ranksTheTailsOfManyValuesWithinATenthOfANat() {
        RareValues rare = new RareValues();
        List<double[]> seen = new ArrayList<>();
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            // A normal bulk with a heavier upper tail.
            double value = random.nextGaussian() + (random.nextInt(50) == 0 ? 3 : 0);
            seen.add(new double[] {value, 1});
            rare.observe(value, 1, 1);
        }
        for (double at : new double[] {4.5, 5, 6, 7, -3.3, -4, -5}) {
            double exact = Math.log(beyond(seen, at));
            assertThat(Math.log(rare.beyond(at, REACH)))
                    .as("at %s", at)
                    .isCloseTo(exact, within(0.35));
        }
        assertThat(rare.size).isEqualTo(RareValues.MOST);
        assertThat(rare.values.length).isEqualTo(RareValues.MOST + 1);
    }

    @Test
    void forgetsByHalfLife() {
        RareValues rare = new RareValues();
        double keep = Math.pow(0.5, 0.01);
        rare.observe(5, 1, keep);
        for (int i = 0; i < 100; i++) {
            rare.observe(0.1 * (i % 7), 1, keep);
        }
        assertThat(rare.beyond(5, REACH)).isCloseTo(0.5, within(0.01));
        assertThat(rare.beyond(5 + REACH, REACH)).isCloseTo(0.5 / Math.E, within(0.01));
    }

    @Test
    void findsTheEdgeOnBothSides() {
        RareValues rare = new RareValues();
        for (int i = 0; i < 300; i++) {
            rare.observe(i % 2 == 0 ? 1 : -2, 1, 1);
        }
        double upper = rare.edge(1, 0.01, REACH);
        assertThat(rare.beyond(upper, REACH)).isCloseTo(0.01, within(1e-4));
        assertThat(upper).isBetween(1.0, 4.0);
        double lower = rare.edge(-1, 0.01, REACH);
        assertThat(rare.beyond(lower, REACH)).isCloseTo(0.01, within(1e-4));
        assertThat(lower).isBetween(-6.0, -2.0);
    }

    @Test
    void knowsNothingAtFirst() {
        assertThat(new RareValues().beyond(3, REACH)).isZero();
        assertThat(new RareValues().edge(1, 0.5, REACH)).isCloseTo(0, within(REACH));
    }

    private static double beyond(List<double[]> seen, double at) {
        double sum = 0;
        for (double[] old : seen) {
            double distance = at > 0 ? at - old[0] : old[0] - at;
            sum += old[1] * Math.exp(-Math.max(distance, 0) / REACH);
        }
        return sum;
    }
}
