package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RestraintTest {

    @Test
    void holdsASurpriseLikeABell() {
        Restraint restraint = new Restraint();
        assertThat(restraint.hold(5, 100)).isZero();
        double[] held = new double[301];
        for (int i = 1; i <= 300; i++) {
            held[i] = restraint.hold(-99, 100);
        }
        assertThat(held[1]).isCloseTo(10, within(0.01));
        assertThat(held[100]).isCloseTo(10 / Math.E, within(0.01));
        assertThat(held[300]).isLessThan(0.01);
    }

    @Test
    void keepsTheLargerOfTwo() {
        Restraint restraint = new Restraint();
        restraint.hold(5, 1_000);
        restraint.hold(0, 1_000);
        assertThat(restraint.hold(8, 1_000)).isCloseTo(10, within(0.01));
        assertThat(restraint.hold(-99, 1_000)).isCloseTo(13, within(0.01));
    }

    @Test
    void holdsNoMoreThanItsMost() {
        Restraint restraint = new Restraint();
        restraint.hold(1e9, 1_000);
        assertThat(restraint.hold(-99, 1_000)).isCloseTo(14.2, within(0.01));
    }
}
