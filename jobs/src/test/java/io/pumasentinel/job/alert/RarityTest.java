package io.pumasentinel.job.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.MetricScore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RarityTest {

    /** The tails are those of tables of the normal law, on both sides. */
    @ParameterizedTest
    @CsvSource({"0.51, 400", "0.9, 20000000", "0.8, 200000"})
    void saysOneInHowMany(double score, long one) {
        assertThat(words(score)).isEqualTo("about one in " + String.format("%,d", one));
    }

    @Test
    void saysNothingOfWhatIsUsual() {
        assertThat(words(0.5)).isEmpty();
        assertThat(words(0)).isEmpty();
        assertThat(words(Double.NaN)).isEmpty();
    }

    @Test
    void stopsAtABillion() {
        assertThat(words(1)).isEqualTo("rarer than one in a billion");
        assertThat(words(0.97)).isEqualTo("rarer than one in a billion");
    }

    @Test
    void namesMetricsInWords() {
        assertThat(Rarity.name("latency.p95")).isEqualTo("p95 latency");
        assertThat(Rarity.name("backlog")).isEqualTo("backlog");
    }

    private static String words(double score) {
        return Rarity.words(new MetricScore("rate", score, 1, 1, 1, 1, 10_000));
    }
}
