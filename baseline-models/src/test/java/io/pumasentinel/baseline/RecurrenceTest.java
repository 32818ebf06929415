package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final double Z = 9;

    @Test
    void letsTheNormalLawSpeakUntilThreeAlikeCame() {
        Recurrence recurrence = new Recurrence();
        double[] scores = new double[5];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Surprise.ofDeviation(Z, recurrence);
            recurrence.keep(Z);
        }
        assertThat(scores[0]).isEqualTo(Surprise.ofDeviation(Z)).isGreaterThan(0.99);
        assertThat(scores[1]).isGreaterThan(0.9);
        assertThat(scores[3]).isBetween(0.5, 0.8);
        assertThat(scores[4]).isLessThan(scores[3]);
    }

    @Test
    void stillTellsWhatIsClearlyLarger() {
        Recurrence recurrence = new Recurrence();
        for (int i = 0; i < 10; i++) {
            recurrence.keep(Z);
        }
        assertThat(Surprise.ofDeviation(Z + 3, recurrence)).isGreaterThan(0.9);
        assertThat(Surprise.ofDeviation(-Z, recurrence)).isGreaterThan(0.9);
    }

    @Test
    void forgetsInDays() {
        Recurrence recurrence = new Recurrence();
        for (int i = 0; i < 6; i++) {
            recurrence.keep(Z);
        }
        double soon = recurrence.most(Z);
        recurrence.pass(Recurrence.HALF_LIFE_WINDOWS);
        assertThat(recurrence.most(Z) - soon).isCloseTo(Math.log(2), within(1e-6));
        recurrence.pass(20L * Recurrence.HALF_LIFE_WINDOWS);
        assertThat(Surprise.ofDeviation(Z, recurrence)).isGreaterThan(0.99);
    }

    @Test
    void boundsNothingInsideTheBand() {
        Recurrence recurrence = new Recurrence();
        recurrence.keep(4);
        assertThat(Surprise.ofDeviation(2, recurrence)).isEqualTo(Surprise.ofDeviation(2));
    }
}
