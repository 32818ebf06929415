package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Weeks of one endpoint, a window a minute instead of six: enough for blocks. */
class LongViewTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();
    private static final long WINDOW = SETTINGS.windowMillis();
    private static final int STEP = 6;
    private static final int DAY = 8_640;

    private final Random random = new Random(7);
    private final LongView view = new LongView();
    private final Schedule schedule = new Schedule();
    private final List<WindowScore> alarms = new ArrayList<>();
    private int scored;

    @Test
    void saysNothingInItsFirstTwoDaysAndNothingOfACleanWeek() {
        days(0, 2, 1, 1, 0);
        assertThat(scored).isZero();
        days(2, 9, 1, 1, 0);
        assertThat(scored).isGreaterThan(1_000);
        assertThat(alarms).isEmpty();
    }

    @Test
    void missesADailyPeakThatDoesNotComeOnceItKnowsTwoWeeks() {
        days(0, 16, 1, 1, 0);
        assertThat(alarms).isEmpty();
        for (int w = 16 * DAY; w < 17 * DAY; w += STEP) {
            window(w, 20, 20e6, 0);
        }
        assertThat(alarms).extracting(WindowScore::metric).contains(Metric.RATE);
        assertThat(alarms.get(0).observed()).isLessThan(alarms.get(0).expected());
        assertThat(alarms.get(0).spanMillis()).isEqualTo(360_000);
    }

    @Test
    void isUsedToAQuietDay() {
        days(0, 5, 1, 1, 0);
        for (int w = 5 * DAY; w < 7 * DAY; w += STEP) {
            double quiet = 1 - 0.6 * Math.min(1, (w - 5 * DAY) / (DAY / 4.0));
            window(w, quiet * requests(w), 20e6, 0);
        }
        assertThat(alarms).isEmpty();
    }

    @Test
    void noticesARateThatRisesFivefoldWithinAnHour() {
        days(0, 5, 1, 1, 0);
        for (int w = 5 * DAY; w < 5 * DAY + 540; w += STEP) {
            double risen = Math.pow(5, Math.min(1, (w - 5 * DAY) / 360.0));
            window(w, requests(w) * risen, 20e6, 0);
        }
        assertThat(alarms).extracting(WindowScore::metric).containsOnly(Metric.RATE);
    }

    @Test
    void noticesALatencyThatCreepsUpOverHours() {
        days(0, 4, 1, 1, 0);
        for (int w = 4 * DAY; w < 5 * DAY; w += STEP) {
            double crept = 1 + 9.0 * (w - 4 * DAY) / DAY;
            window(w, requests(w), 20e6 * crept, 0);
        }
        assertThat(alarms).extracting(WindowScore::metric).contains(Metric.LATENCY_P95);
    }

    @Test
    void noticesFailuresThatStay() {
        days(0, 4, 1, 1, 0);
        days(4, 5, 1, 1, 0.1);
        assertThat(alarms).extracting(WindowScore::metric).contains(Metric.ERRORS_5XX);
    }

    @Test
    void startsAfreshAfterAGapOfDays() {
        days(0, 4, 1, 1, 0);
        long blocks = view.blocks;
        days(14, 15, 1, 1, 0);
        assertThat(view.blocks - blocks).isLessThanOrEqualTo(240);
        assertThat(alarms).isEmpty();
    }

    private void days(int from, int to, double rate, double latency, double failing) {
        for (int w = from * DAY; w < to * DAY; w += STEP) {
            window(w, rate * requests(w), latency * 20e6, failing);
        }
    }

    private double requests(int window) {
        return 60 + 40 * Math.sin(2 * Math.PI * window / DAY);
    }

    private void window(int number, double mean, double nanos, double failing) {
        WindowCounts counts = new WindowCounts();
        counts.startMillis = number * WINDOW;
        long requests = Math.max(1, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        for (int i = 0; i < requests; i++) {
            double duration = nanos * Math.exp(0.5 * random.nextGaussian());
            counts.add(random.nextDouble() < failing ? 500 : 200, 1_000, Math.round(duration));
        }
        for (WindowScore score : view.close(counts, SETTINGS, schedule)) {
            scored++;
            if (score.notable() && score.score() >= 0.9) {
                alarms.add(score);
            }
        }
    }
}
