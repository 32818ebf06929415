package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesDetectorTest {
    private static final int WARM_UP = BaselineSettings.defaults().warmUpWindows();

    @Test
    void scoresAValueByItAndThePastOnly() {
        double[] values = new Random(4).doubles(500, 90, 110).toArray();
        values[400] = 400;
        SeriesDetector whole = new SeriesDetector();
        SeriesScore[] scores = new SeriesScore[values.length];
        for (int i = 0; i < values.length; i++) {
            scores[i] = whole.score(i, values[i]);
        }
        for (int end = 1; end < values.length; end += 37) {
            SeriesDetector prefix = new SeriesDetector();
            for (int i = 0; i < end; i++) {
                // Whatever comes later differs: it must not matter.
                assertThat(prefix.score(i, values[i])).isEqualTo(scores[i]);
            }
            prefix.score(end, -1e6);
        }
        assertThat(scores[400].score()).isGreaterThan(0.99);
        assertThat(scores[400].expected()).isBetween(90.0, 110.0);
        assertThat(scores[400].upper()).isBetween(100.0, 140.0);
    }

    @Test
    void saysNothingDuringWarmUp() {
        SeriesDetector detector = new SeriesDetector();
        for (int i = 0; i < WARM_UP; i++) {
            assertThat(detector.score(i, i == 20 ? 1e9 : i).score()).isZero();
        }
    }

    @Test
    void knowsAConstantSeries() {
        SeriesDetector detector = new SeriesDetector();
        for (int i = 0; i < 200; i++) {
            SeriesScore score = detector.score(i, 7);
            assertThat(score.score()).isZero();
            assertThat(score.expected()).isEqualTo(7);
        }
        assertThat(detector.score(200, 7.01).score()).isLessThan(0.5);
        assertThat(detector.score(201, 8).score()).isGreaterThan(0.9);
        assertThat(detector.score(202, 7).score()).isLessThan(0.5);
    }

    @Test
    void toleratesZerosWithFewOtherValues() {
        SeriesDetector detector = new SeriesDetector();
        Random random = new Random(8);
        int high = 0;
        for (int i = 0; i < 2_000; i++) {
            SeriesScore score = detector.score(i, random.nextInt(4) == 0 ? random.nextInt(5) : 0);
            assertThat(score.score()).isBetween(0.0, 1.0);
            high += score.score() >= 0.9 ? 1 : 0;
        }
        assertThat(high).isZero();
        assertThat(detector.score(2_000, 100).score()).isGreaterThan(0.99);
    }

    @Test
    void ignoresWhatIsNoNumber() {
        SeriesDetector plain = new SeriesDetector();
        SeriesDetector disturbed = new SeriesDetector();
        assertThat(disturbed.score(0, Double.NaN).score()).isZero();
        for (int i = 0; i < 100; i++) {
            assertThat(disturbed.score(i, Double.POSITIVE_INFINITY).score()).isZero();
            assertThat(disturbed.score(i, i % 10)).isEqualTo(plain.score(i, i % 10));
        }
    }

    @Test
    void followsASlowRiseAndFindsAFall() {
        SeriesDetector detector = new SeriesDetector();
        Random random = new Random(6);
        for (int i = 0; i < 1_000; i++) {
            SeriesScore score = detector.score(i, i + 3 * random.nextGaussian());
            assertThat(score.score()).as("at %s", i).isLessThan(0.9);
        }
        assertThat(detector.score(1_000, 900).score()).isGreaterThan(0.9);
    }

    @Test
    void acceptsALastingChange() {
        SeriesDetector detector = new SeriesDetector();
        Random random = new Random(2);
        for (int i = 0; i < 300; i++) {
            detector.score(i, 10 + random.nextGaussian());
        }
        assertThat(detector.score(300, 60).score()).isGreaterThan(0.99);
        for (int i = 0; i < 2 * BaselineSettings.defaults().acceptAfterWindows(); i++) {
            detector.score(i, 60 + random.nextGaussian());
        }
        SeriesScore settled = detector.score(1_000, 60);
        assertThat(settled.score()).isLessThan(0.5);
        assertThat(detector.score(1_001, 10).score()).isGreaterThan(0.99);
    }
}
