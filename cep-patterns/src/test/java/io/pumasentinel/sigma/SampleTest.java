package io.pumasentinel.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void writesNanosecondsAsTheGeneralFormatDoes() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            assertSame(random.nextLong(1L << random.nextInt(1, 42)));
        }
    }

    @Test
    void writesTheEdgesAsTheGeneralFormatDoes() {
        long[] edges = {
            0, 1, 49_999, 50_000, 999_949_999, 999_950_000, 1_000_000_000, 1_000_050_000
        };
        for (long nanos : edges) {
            assertSame(nanos);
        }
    }

    private static void assertSame(long nanos) {
        StringBuilder seconds = new StringBuilder();
        Sample.appendSeconds(seconds, nanos);
        assertThat(seconds).as("%d ns", nanos).hasToString(Sample.number(nanos / 1e9));
    }
}
