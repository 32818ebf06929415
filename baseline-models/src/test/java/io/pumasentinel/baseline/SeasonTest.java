package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeasonTest {
    private static final long STEP = 300_000;
    private static final double PROOF = 0.5;

    private final Random random = new Random(3);

    @Test
    void provesADayAfterTwoOfThem() {
        Season season = new Season();
        LongToDoubleFunction day =
                t -> 100 + 50 * Math.sin(2 * Math.PI * t / Season.DAY_MILLIS) + noise(2);
        long end = learn(season, day, 0, 2 * Season.DAY_MILLIS);
        assertThat(season.proven(end, PROOF)).isFalse();
        end = learn(season, day, end, 2 * Season.DAY_MILLIS);
        assertThat(season.proven(end, PROOF)).isTrue();
        long noon = 4 * Season.DAY_MILLIS + Season.DAY_MILLIS / 4;
        assertThat(season.level(noon)).isCloseTo(150, within(5.0));
        assertThat(season.residual(noon, 100)).isCloseTo(-50, within(6.0));
        assertThat(season.spread).isLessThan(4);
    }

    @Test
    void provesAWeekWhoseDaysDiffer() {
        Season season = Season.ofWeek();
        LongToDoubleFunction week = t -> (t / Season.DAY_MILLIS) % 7 >= 5 ? 10 : 100 + noise(3);
        long end = learn(season, week, 0, 3 * Season.WEEK_MILLIS);
        assertThat(season.proven(end, PROOF)).isTrue();
        assertThat(season.level(end + 5 * Season.DAY_MILLIS + STEP)).isCloseTo(10, within(5.0));
    }

    @Test
    void provesNothingWhereThereIsNone() {
        Season season = new Season();
        long end = learn(season, t -> 100 + noise(10), 0, 10 * Season.DAY_MILLIS);
        assertThat(season.proven(end, PROOF)).isFalse();
    }

    @Test
    void forgivesARhythmThatComesALittleEarly() {
        Season season = new Season();
        long hour = 3_600_000;
        LongToDoubleFunction shift = t -> t % Season.DAY_MILLIS < 12 * hour ? 0 : 100;
        learn(season, shift, 0, 5 * Season.DAY_MILLIS);
        long early = 5 * Season.DAY_MILLIS + 12 * hour - STEP;
        assertThat(season.residual(early, 100)).isCloseTo(0, within(1.0));
        assertThat(season.residual(early - hour, 100)).isCloseTo(100, within(1.0));
    }

    @Test
    void knowsNoSlotThatItNeverSaw() {
        assertThat(new Season().residual(0, 5)).isNaN();
    }

    private double noise(double deviation) {
        return deviation * random.nextGaussian();
    }

    private long learn(Season season, LongToDoubleFunction series, long from, long length) {
        UsualLevel usual = new UsualLevel();
        for (long t = from; t < from + length; t += STEP) {
            double value = series.applyAsDouble(t);
            season.observe(new Season.Lesson(t, value, usual.level, usual.spread()), 0.1, 0.01);
            usual.observe(value, 0.001, 0.5);
        }
        return from + length;
    }
}
