package io.pumasentinel.benchmark.detection.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class NabScorerTest {
    private static final double EXACT = 1e-4;

    private final NabSeries series = Rows.series(100, new NabSeries.Window(50, 59));

    @Test
    void silenceScoresNothing() {
        assertThat(score(NabProfile.STANDARD)).isEqualTo(0);
        assertThat(score(NabProfile.LOW_FALSE_NEGATIVES)).isEqualTo(0);
    }

    @Test
    void theFirstRowOfTheWindowAloneIsPerfect() {
        assertThat(score(NabProfile.STANDARD, 50)).isEqualTo(100);
        assertThat(score(NabProfile.LOW_FALSE_NEGATIVES, 50)).isEqualTo(100);
    }

    @Test
    void aFalsePositiveCostsByProfile() {
        // (1 - 0.11 + 1)/(1 + 1), (1 - 0.22 + 1)/(1 + 1), (1 - 0.11 + 2)/(1 + 2)
        assertThat(score(NabProfile.STANDARD, 20, 50)).isCloseTo(94.5, within(EXACT));
        assertThat(score(NabProfile.LOW_FALSE_POSITIVES, 20, 50)).isCloseTo(89, within(EXACT));
        assertThat(score(NabProfile.LOW_FALSE_NEGATIVES, 20, 50)).isCloseTo(96.3333, within(EXACT));
    }

    @Test
    void onlyTheBestDetectionOfAWindowCounts() {
        assertThat(score(NabProfile.STANDARD, 59)).isCloseTo(62.4121, within(EXACT));
        assertThat(score(NabProfile.STANDARD, 50, 55, 59)).isEqualTo(100);
    }

    @Test
    void aDetectionJustAfterTheWindowIsAMissAndAPartOfAFalsePositive() {
        // (-1 - 0.11·0.2708473 + 1)/2
        assertThat(score(NabProfile.STANDARD, 60)).isCloseTo(-1.4897, within(EXACT));
    }

    @Test
    void probationDoesNotCount() {
        NabScorer.Scored early = Rows.alarms(series, 0, 7, 14);
        assertThat(new NabScorer(NabProfile.STANDARD).score(List.of(early), 1)).isEqualTo(0);
        assertThat(NabScorer.falsePositives(List.of(early), 1)).isEqualTo(0);
        NabScorer.Scored late = Rows.alarms(series, 15, 50, 60);
        assertThat(NabScorer.falsePositives(List.of(late), 1)).isEqualTo(2);
    }

    @Test
    void seriesWithoutWindowsHaveNoScoreOfTheirOwn() {
        NabScorer.Scored none = Rows.alarms(Rows.series(100), 50);
        assertThat(new NabScorer(NabProfile.STANDARD).score(List.of(none), 1)).isNaN();
        NabScorer.Scored perfect = Rows.alarms(series, 50);
        assertThat(new NabScorer(NabProfile.STANDARD).score(List.of(none, perfect), 1))
                .isCloseTo(94.5, within(EXACT));
    }

    @Test
    void theBestThresholdIsThatOfTryingAll() {
        Random random = new Random(7);
        NabSeries two =
                Rows.series(400, new NabSeries.Window(100, 140), new NabSeries.Window(300, 330));
        for (int round = 0; round < 20; round++) {
            // A coarse grain makes ties; the windows stand out somewhat.
            double[] scores =
                    random.doubles(400).map(score -> Math.round(score * 50) / 50.0).toArray();
            scores[100 + random.nextInt(41)] += 0.5;
            scores[300 + random.nextInt(31)] += 0.3;
            List<NabScorer.Scored> scored = List.of(NabScorer.Scored.of(two, scores));
            for (NabProfile profile : NabProfile.values()) {
                NabScorer scorer = new NabScorer(profile);
                double best =
                        DoubleStream.of(scores)
                                .map(threshold -> scorer.score(scored, threshold))
                                .max()
                                .orElseThrow();
                double found = scorer.score(scored, scorer.bestThreshold(scored));
                assertThat(found).isCloseTo(Math.max(best, 0), within(1e-9));
            }
        }
    }

    private double score(NabProfile profile, int... alarms) {
        return new NabScorer(profile).score(List.of(Rows.alarms(series, alarms)), 1);
    }
}
