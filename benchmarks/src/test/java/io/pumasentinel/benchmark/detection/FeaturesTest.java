package io.pumasentinel.benchmark.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pumasentinel.baseline.WindowCounts;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeaturesTest {
    private final Features features = new Features();

    @Test
    void aBusyEndpointHasARowAMinute() {
        for (int i = 0; i < 5; i++) {
            assertThat(features.add(window(4))).isEmpty();
        }
        double[] row = features.add(window(4)).orElseThrow();
        assertThat(row[Features.LOG_RATE]).isCloseTo(Math.log(24.5 / 60), within(1e-9));
        assertThat(row[Features.LOG_P95]).isCloseTo(Math.log(0.2), within(0.01));
        assertThat(row[Features.SHARE_5XX]).isEqualTo(0.25);
        assertThat(row[Features.SHARE_4XX]).isEqualTo(0);
        assertThat(row[Features.LOG_BYTES]).isCloseTo(Math.log(1001), within(1e-9));
    }

    @Test
    void aQuietOneAsSoonAsThereAreTwentyRequests() {
        for (int i = 0; i < 9; i++) {
            assertThat(features.add(window(2))).isEmpty();
        }
        assertThat(features.add(window(2))).isPresent();
    }

    @Test
    void anEmptyOneEveryFiveMinutes() {
        Optional<double[]> row = Optional.empty();
        for (int i = 0; i < 30; i++) {
            assertThat(row).isEmpty();
            row = features.add(window(0));
        }
        assertThat(row.orElseThrow()[Features.LOG_RATE])
                .isCloseTo(Math.log(0.5 / 300), within(1e-9));
    }

    private static WindowCounts window(int requests) {
        WindowCounts window = new WindowCounts();
        for (int i = 0; i < requests; i++) {
            window.add(i % 4 == 0 ? 500 : 200, 1000, 200_000_000);
        }
        return window;
    }
}
