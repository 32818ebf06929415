package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UsualLevelTest {
    private static final double GAIN = 0.002;

    @Test
    void knowsASpreadForEachSide() {
        UsualLevel usual = new UsualLevel();
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            double noise = random.nextGaussian();
            usual.observe(100 + Math.exp(1.5 * noise), GAIN, 0.5);
        }
        assertThat(usual.above).isGreaterThan(2 * usual.below);
        assertThat(usual.deviation(usual.level + usual.above)).isCloseTo(Math.log(2), within(1e-9));
        for (double deviation : new double[] {-3, -0.5, 0, 0.5, 3}) {
            assertThat(usual.deviation(usual.valueAt(deviation)))
                    .isCloseTo(deviation, within(1e-9));
        }
    }

    @Test
    void isHardlyMovedByAnOutlier() {
        UsualLevel usual = new UsualLevel();
        for (int i = 0; i < 1_000; i++) {
            usual.observe(i % 2 == 0 ? 9 : 11, GAIN, 0.5);
        }
        double before = usual.level;
        usual.observe(1e12, GAIN, 0.5);
        assertThat(usual.level - before).isLessThan(0.1);
        assertThat(usual.spread()).isLessThan(1.2);
    }

    @Test
    void followsALastingChange() {
        UsualLevel usual = new UsualLevel();
        Random random = new Random(6);
        for (int i = 0; i < 10_000; i++) {
            usual.observe((i < 2_000 ? 10 : 20) + random.nextGaussian(), GAIN, 0.5);
        }
        assertThat(usual.level).isCloseTo(20, within(1.0));
    }

    @Test
    void measuresChangesByTheUsualOne() {
        UsualLevel usual = new UsualLevel();
        for (int i = 0; i < 1_000; i++) {
            usual.observe(i % 2 == 0 ? 0 : 4, GAIN, 1);
        }
        assertThat(usual.following).isEqualTo(4);
        assertThat(usual.change(8)).isCloseTo(Math.log(2), within(0.01));
        assertThat(usual.change(0)).isCloseTo(-Math.log(2), within(0.01));
    }

    @Test
    void judgesAConstantWithoutDividingByZero() {
        UsualLevel usual = new UsualLevel();
        for (int i = 0; i < 100; i++) {
            usual.observe(7, GAIN, 0.5);
            assertThat(usual.deviation(7)).isZero();
            assertThat(usual.change(7)).isZero();
        }
        assertThat(usual.deviation(8)).isBetween(1.5, 30.0);
    }
}
