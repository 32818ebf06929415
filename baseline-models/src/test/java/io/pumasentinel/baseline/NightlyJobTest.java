package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** An endpoint that people use a little and a job every night a lot. */
class NightlyJobTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();
    private static final long WINDOW = SETTINGS.windowMillis();
    private static final int DAY = 8_640;
    private static final int JOB = 3 * 360;
    private static final int JOB_WINDOWS = 18;

    private final Random random = new Random(2);
    private final EndpointModel model = new EndpointModel();

    @Test
    void isNewsTwiceAndAFloodAtItsTimeStillIs() {
        boolean[] told = new boolean[6];
        for (int night = 0; night < told.length; night++) {
            told[night] = night(night, 1);
        }
        assertThat(told).containsExactly(true, true, false, false, false, false);
        assertThat(night(6, 4)).isTrue();
    }

    /** Six hours of windows; whether a rate was notable and scored 0.9 or more. */
    private boolean night(int number, double times) {
        boolean told = false;
        for (int w = 0; w < DAY / 4; w++) {
            boolean job = w >= JOB && w < JOB + JOB_WINDOWS;
            WindowCounts window = new WindowCounts();
            window.startMillis = (number * DAY + w) * WINDOW;
            double mean = job ? times * 60 : 2;
            long count = Math.round(mean + Math.sqrt(mean) * random.nextGaussian());
            for (int i = 0; i < count; i++) {
                window.add(200, 1_000, 20_000_000);
            }
            if (count > 0) {
                told |=
                        model.close(window, SETTINGS).stream()
                                .anyMatch(
                                        score ->
                                                score.metric() == Metric.RATE
                                                        && score.notable()
                                                        && score.score() >= 0.9);
            }
        }
        return told;
    }
}
