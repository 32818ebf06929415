package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalRateTest {
    private static final BaselineSettings BLOCKS = BaselineSettings.defaults().ofBlocks();
    private static final long BLOCK_MILLIS = BLOCKS.maximumSpanMillis();
    private static final int DAY = 240;

    private final Random random = new Random(11);
    private final Season day = new Season();
    private final SeasonalRate seasonal = new SeasonalRate();
    private int block;

    @Test
    void forecastsTheUsualDayTimesToday() {
        days(4, 1);
        days(0.5, 0.3);
        double mean = 0.3 * usual(block);
        double far = seasonal.expected(10 * mean, day, time());
        double near = seasonal.expected(0, day, time());
        assertThat(mean).isBetween(0.8 * near, 1.2 * far);
        assertThat(seasonal.band(mean).deviation()).isLessThan(3);
    }

    @Test
    void findsAQuarterOfAHourEarlyNoSurprise() {
        days(4, 1);
        double early = LearnedRate.count(day.level(time(), 1)) * seasonal.came / seasonal.usual;
        assertThat(seasonal.expected(early, day, time())).isCloseTo(early, within(1e-9));
    }

    @Test
    void isSurprisedByTheTreblingOfAnHourAndNotByAQuietDay() {
        days(4, 1);
        double most = 0;
        for (int i = 0; i < DAY; i++) {
            double today = 1 - 0.6 * Math.min(1, i / 60.0);
            most = Math.max(most, Math.abs(z(today * usual(block))));
            learn(today * usual(block));
        }
        assertThat(most).isLessThan(4.5);
        assertThat(z(3 * 0.4 * usual(block))).isGreaterThan(4.5);
    }

    @Test
    void doesNotFollowARampOfAnHour() {
        days(4, 1);
        double most = 0;
        for (int i = 1; i <= 10; i++) {
            double ramped = usual(block) * Math.pow(5, i / 10.0);
            most = Math.max(most, z(ramped));
            learn(ramped);
        }
        assertThat(most).isGreaterThan(6);
    }

    @Test
    void takesALastingChangeForNormalInHours() {
        days(4, 1);
        int blocks = 0;
        while (z(4 * usual(block)) > Surprise.EDGE) {
            learn(4 * usual(block));
            blocks++;
            assertThat(blocks).isLessThan(2 * DAY);
        }
        assertThat(blocks).isGreaterThan(20);
    }

    @Test
    void saysNothingBeforeADayWasSeen() {
        learn(100);
        assertThat(seasonal.known()).isFalse();
        block += 100;
        assertThat(seasonal.expected(100, day, time())).isNaN();
        seasonal.learn(100, day, time(), BLOCKS);
        assertThat(seasonal.came).isZero();
    }

    private void days(double days, double today) {
        for (int i = 0; i < days * DAY; i++) {
            learn(noisy(today * usual(block)));
        }
    }

    private double noisy(double mean) {
        return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }

    private void learn(double count) {
        seasonal.learn(count, day, time(), BLOCKS);
        double value = LearnedRate.stabilised(count);
        day.observe(new Season.Lesson(time(), value, value, 10), 0.0626, 0.01);
        block++;
    }

    private double z(double count) {
        return seasonal.band(seasonal.expected(count, day, time()))
                .z(LearnedRate.stabilised(count));
    }

    private long time() {
        return block * BLOCK_MILLIS;
    }

    private static double usual(int block) {
        return 60 + 45 * Math.sin(2 * Math.PI * block / DAY);
    }
}
