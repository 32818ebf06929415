package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SeriesDetectorTest {
    private static final int WARM_UP = SeriesSettings.defaults().warmUp();

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
        assertThat(scores[400].score()).isGreaterThan(0.8);
        assertThat(scores[400].expected()).isBetween(95.0, 105.0);
        assertThat(scores[400].upper()).isBetween(105.0, 140.0);
        assertThat(scores[400].lower()).isBetween(60.0, 95.0);
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
            assertThat(score.score()).isLessThan(0.3);
            assertThat(score.expected()).isEqualTo(7);
        }
        assertThat(detector.score(200, 7.01).score()).isLessThan(0.5);
        assertThat(detector.score(201, 8).score()).isGreaterThan(0.8);
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
        assertThat(detector.score(2_000, 100).score()).isGreaterThan(0.7);
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
        assertThat(detector.score(1_000, 500).score()).isGreaterThan(0.5);
    }

    @Test
    void tellsALastingChangeAndSoonSeldom() {
        SeriesDetector detector = new SeriesDetector();
        Random random = new Random(2);
        for (int i = 0; i < 1_000; i++) {
            detector.score(i, 10 + random.nextGaussian());
        }
        assertThat(detector.score(1_000, 60).score()).isGreaterThan(0.7);
        int told = 0;
        for (int i = 1_001; i < 3_000; i++) {
            double score = detector.score(i, 60 + random.nextGaussian()).score();
            told += i > 1_100 && score >= 0.5 ? 1 : 0;
        }
        assertThat(told).as("of 1,900 values").isLessThanOrEqualTo(20);
    }

    @Test
    void alarmsSeldomOnNoise() {
        int alarms = 0;
        for (int seed = 0; seed < 20; seed++) {
            SeriesDetector detector = new SeriesDetector();
            Random random = new Random(seed);
            for (int i = 0; i < 4_000; i++) {
                double value = 100 + 10 * random.nextGaussian();
                alarms += detector.score(300_000L * i, value).score() >= 0.5 && i > 600 ? 1 : 0;
            }
        }
        assertThat(alarms / 20.0).as("in 3,400 values").isLessThan(12);
    }

    @Test
    void missesADayThatDoesNotCome() {
        SeriesDetector detector = new SeriesDetector();
        Random random = new Random(9);
        double most = 0;
        for (int i = 0; i < 288 * 8; i++) {
            boolean office = i % 288 > 96 && i % 288 < 216;
            double value = (office && i < 288 * 7 ? 80 : 20) + random.nextGaussian();
            double score = detector.score(300_000L * i, value).score();
            most = i > 288 * 7 ? Math.max(most, score) : most;
        }
        assertThat(most).isGreaterThan(0.5);
    }
}
