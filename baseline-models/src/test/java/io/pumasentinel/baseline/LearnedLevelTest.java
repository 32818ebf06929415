package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnedLevelTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();
    private static final double LEAST = 1e-6;

    private final Random random = new Random(11);
    private final LearnedLevel level = new LearnedLevel();

    LearnedLevelTest() {
        for (int i = 0; i < 200; i++) {
            level.learnFreely(10 + random.nextGaussian(), SETTINGS);
        }
    }

    @Test
    void isNotTaughtByARunOfOutliers() {
        Band before = level.band(LEAST);
        for (int i = 0; i < 60; i++) {
            learn(100);
        }
        Band after = level.band(LEAST);

        assertThat(after.centre()).isCloseTo(before.centre(), within(0.05));
        assertThat(after.deviation()).isCloseTo(before.deviation(), within(0.05));
        assertThat(Surprise.ofDeviation(after.z(100))).isGreaterThan(0.999);
    }

    @Test
    void acceptsALastingChangeAfterTheStatedNumberOfWindows() {
        for (int i = 1; i < SETTINGS.acceptAfterWindows(); i++) {
            assertThat(learn(20 + random.nextGaussian()))
                    .isNotEqualTo(LearnedLevel.Lesson.ACCEPTED);
        }
        assertThat(learn(20)).isEqualTo(LearnedLevel.Lesson.ACCEPTED);
        assertThat(level.band(LEAST).centre()).isCloseTo(20, within(0.5));
        assertThat(level.band(LEAST).deviation()).isCloseTo(1, within(0.3));
    }

    @Test
    void acceptsALastingChangeThatTouchesTheBandNowAndThen() {
        int windows = 0;
        boolean accepted = false;
        while (!accepted && windows < 200) {
            windows++;
            accepted = learn(windows % 10 == 0 ? 10 : 20) == LearnedLevel.Lesson.ACCEPTED;
        }
        assertThat(windows).isBetween(SETTINGS.acceptAfterWindows(), 150);
    }

    @Test
    void neverAcceptsScatteredOutliersButWidensForThem() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(learn(i % 5 == 0 ? 17 : 10 + random.nextGaussian()))
                    .isNotEqualTo(LearnedLevel.Lesson.ACCEPTED);
        }
        Band band = level.band(LEAST);
        assertThat(band.centre()).isBetween(10.0, 12.0);
        assertThat(Math.abs(band.z(17))).isLessThan(3);
    }

    @Test
    void startsTheWaitAgainWhenTheSideChanges() {
        for (int i = 0; i < 80; i++) {
            learn(20);
        }
        for (int i = 0; i < 80; i++) {
            assertThat(learn(0)).isNotEqualTo(LearnedLevel.Lesson.ACCEPTED);
        }
    }

    private LearnedLevel.Lesson learn(double value) {
        return level.learn(value, level.band(LEAST), 1, SETTINGS);
    }
}
