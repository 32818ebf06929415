package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedShareTest {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();

    @Test
    void thinksLittleOfOneErrorInTwoRequests() {
        LearnedShare share = learned(60, 0, 25);
        assertThat(share.z(0.5, 2)).isLessThan(3);
        assertThat(share.z(0.05, 20)).isLessThan(3);
    }

    @Test
    void thinksMuchOfThreeQuartersInTwentyRequests() {
        LearnedShare share = learned(60, 0, 25);
        assertThat(Surprise.ofDeviation(share.z(0.75, 20))).isGreaterThan(0.99);
    }

    /** Tails of the binomial distribution as the oracle; far more was learned than is judged. */
    @ParameterizedTest
    @CsvSource({"0.01, 20, 3", "0.05, 20, 5", "0.05, 200, 25", "0.3, 50, 30", "0.5, 40, 35"})
    void agreesWithTheBinomialTail(double share, int count, int errors) {
        LearnedShare learned = new LearnedShare();
        learned.requests = 1e7;
        learned.errors = share * 1e7;
        double z = learned.z((double) errors / count, count);

        double exact = -Math.log10(binomialTail(share, count, errors));
        double said = -Math.log10(normalTail(z));
        assertThat(said).as("exact 1e-%s", exact).isCloseTo(exact, within(0.25 + exact * 0.08));
    }

    @Test
    void judgesByTheEdgeOfItsBand() {
        LearnedShare share = learned(60, 2, 25);
        double upper = share.upper(30);
        assertThat(upper).isBetween(0.08, 0.5);
        assertThat(share.z(upper, 30)).isCloseTo(3, within(0.01));
        assertThat(share.lower(30)).isZero();
        assertThat(share.expected()).isCloseTo(0.08, within(0.001));
    }

    @Test
    void learnsThatAShareVariesMoreThanChance() {
        Random random = new Random(3);
        LearnedShare steady = new LearnedShare();
        LearnedShare moody = new LearnedShare();
        for (int i = 0; i < 300; i++) {
            steady.learnFreely(errors(random, 0.2, 50), 50, SETTINGS);
            moody.learnFreely(errors(random, random.nextBoolean() ? 0.1 : 0.3, 50), 50, SETTINGS);
        }
        assertThat(steady.z(0.45, 50)).isGreaterThan(3.5);
        assertThat(moody.z(0.45, 50)).isLessThan(3);
    }

    @Test
    void isNotTaughtByABurstButAcceptsALastingShare() {
        LearnedShare share = learned(100, 0, 25);
        for (int i = 1; i < SETTINGS.acceptAfterWindows(); i++) {
            assertThat(share.learn(10, 25, 1, SETTINGS)).isFalse();
        }
        assertThat(share.expected()).isLessThan(0.01);
        assertThat(share.learn(10, 25, 1, SETTINGS)).isTrue();
        assertThat(share.expected()).isCloseTo(0.4, within(0.01));
        assertThat(share.z(0.4, 25)).isCloseTo(0, within(0.1));
    }

    private static LearnedShare learned(int windows, int errors, int count) {
        LearnedShare share = new LearnedShare();
        for (int i = 0; i < windows; i++) {
            share.learnFreely(errors, count, SETTINGS);
        }
        return share;
    }

    private static int errors(Random random, double share, int count) {
        return (int) random.doubles(count).filter(x -> x < share).count();
    }

    private static double binomialTail(double share, int count, int errors) {
        double sum = 0;
        for (int k = errors; k <= count; k++) {
            double log = k * Math.log(share) + (count - k) * Math.log1p(-share);
            for (int i = 1; i <= k; i++) {
                log += Math.log((double) (count - k + i) / i);
            }
            sum += Math.exp(log);
        }
        return sum;
    }

    /** Numerically integrated. */
    private static double normalTail(double z) {
        double step = 1e-4;
        double sum = 0;
        for (double x = z + step / 2; x < z + 12; x += step) {
            sum += Math.exp(-x * x / 2);
        }
        return sum * step / Math.sqrt(2 * Math.PI);
    }
}
