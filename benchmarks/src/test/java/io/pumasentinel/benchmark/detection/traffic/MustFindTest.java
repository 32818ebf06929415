package io.pumasentinel.benchmark.detection.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MustFindTest {

    @Test
    void largeFaultsOfBusyEndpointsMustBeFound() {
        for (FaultKind kind :
                new FaultKind[] {
                    FaultKind.LATENCY_UP_MUCH,
                    FaultKind.ERRORS_5XX_UP,
                    FaultKind.FAST_FAILURES,
                    FaultKind.ERRORS_4XX_MUCH,
                    FaultKind.RATE_UP,
                    FaultKind.RATE_DOWN,
                    FaultKind.DROPOUT,
                    FaultKind.SPREAD,
                    FaultKind.BYTES_UP
                }) {
            assertThat(MustFind.test(kind, endpoint(10, 0.2), 0)).as("%s", kind).isTrue();
        }
    }

    @Test
    void whatTheGuardsCallNoEffectNeedNotBeFound() {
        for (FaultKind kind :
                new FaultKind[] {
                    FaultKind.LATENCY_UP_LITTLE,
                    FaultKind.LATENCY_DOWN,
                    FaultKind.ERRORS_5XX_LITTLE,
                    FaultKind.RATE_UP_LITTLE,
                    FaultKind.RATE_HALF
                }) {
            assertThat(MustFind.test(kind, endpoint(10, 0.2), 0)).as("%s", kind).isFalse();
        }
    }

    @Test
    void fewMillisecondsNeedNotBeFound() {
        assertThat(MustFind.test(FaultKind.LATENCY_UP, endpoint(10, 0.002), 0)).isFalse();
    }

    @Test
    void tooFewRequestsNeedNotBeFound() {
        // Three requests in five minutes.
        assertThat(MustFind.test(FaultKind.ERRORS_5XX_MUCH, endpoint(0.01, 0.2), 0)).isFalse();
        assertThat(MustFind.test(FaultKind.ERRORS_5XX_MUCH, endpoint(0.1, 0.2), 0)).isTrue();
        // Every fourth window is empty anyway.
        assertThat(MustFind.test(FaultKind.DROPOUT, endpoint(0.15, 0.2), 0)).isFalse();
    }

    private static Endpoint endpoint(double perSecond, double medianSeconds) {
        return new Endpoint(
                1,
                Habit.PEOPLE,
                perSecond,
                DailyShape.FLAT,
                new LatencyLaw(medianSeconds, 0.6, 0),
                0.02,
                0.001,
                5000);
    }
}
