package io.pumasentinel.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientSketchTest {

    @ParameterizedTest
    @CsvSource({"1, 0.01", "30, 0.07", "300, 0.07", "1000, 0.08", "5000, 0.22"})
    void countsDifferentAddressesWithinThreeStandardErrors(int addresses, double error) {
        ClientSketch sketch = new ClientSketch();
        for (int repeat = 0; repeat < 2; repeat++) {
            for (int i = 0; i < addresses; i++) {
                sketch.add("203." + i % 7 + "." + i / 251 + "." + i % 251);
            }
        }
        assertThat(sketch.estimate()).isCloseTo(addresses, within(addresses * error));
        assertThat(sketch.words).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void saysZeroForNoneAndStaysFiniteWhenItIsFull() {
        ClientSketch sketch = new ClientSketch();
        assertThat(sketch.estimate()).isZero();
        for (int i = 0; i < 200_000; i++) {
            sketch.add("2001:db8::" + Integer.toHexString(i));
        }
        assertThat(sketch.estimate()).isBetween(7_000.0, 8_000.0);
    }
}
