package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurpriseTest {

    @Test
    void scoresHalfAtTheEdgeAndNearOneFarBeyond() {
        assertThat(Surprise.ofDeviation(0)).isZero();
        assertThat(Surprise.ofDeviation(3)).isEqualTo(0.5);
        assertThat(Surprise.ofDeviation(-3)).isEqualTo(0.5);
        assertThat(Surprise.ofDeviation(5.47)).isCloseTo(0.9, within(0.001));
        assertThat(Surprise.ofDeviation(1e200)).isEqualTo(1);
        assertThat(Surprise.ofNats(-Math.log(0.00135))).isEqualTo(0.5);
    }

    /** One-sided tails from tables of Student's distribution: t with tail p, z with the same. */
    @ParameterizedTest
    @CsvSource({
        "4, 2.132, 1.645",
        "4, 7.173, 3.090",
        "10, 1.812, 1.645",
        "10, 4.144, 3.090",
        "30, 3.385, 3.090",
        "120, 3.160, 3.090"
    })
    void translatesStudentsTail(double freedom, double t, double z) {
        assertThat(Surprise.normalOfStudent(t, freedom)).isCloseTo(z, within(0.04));
        assertThat(Surprise.normalOfStudent(-t, freedom)).isCloseTo(-z, within(0.04));
        assertThat(Surprise.studentOfNormal(Surprise.normalOfStudent(t, freedom), freedom))
                .isCloseTo(t, within(1e-9));
    }
}
