package io.pumasentinel.benchmark.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTest {
    private static final long MINUTE = 60_000;

    private final List<Alarm> alarms =
            List.of(
                    new Alarm(1, 10 * MINUTE, 0.95),
                    new Alarm(1, 25 * MINUTE, 0.91),
                    new Alarm(1, 41 * MINUTE, 0.92),
                    new Alarm(2, 41 * MINUTE, 0.99),
                    new Alarm(2, 90 * MINUTE, 0.5));

    @Test
    void alarmsOfAnEndpointWithinFifteenMinutesAreOneAlert() {
        assertThat(Alert.of(alarms, 0.9))
                .containsExactly(
                        new Alert(1, 10 * MINUTE),
                        new Alert(1, 41 * MINUTE),
                        new Alert(2, 41 * MINUTE));
    }

    @Test
    void weakerAlarmsDoNotPassTheThreshold() {
        assertThat(Alert.of(alarms, 0.995)).isEmpty();
        assertThat(Alert.of(alarms, 0.95))
                .containsExactly(new Alert(1, 10 * MINUTE), new Alert(2, 41 * MINUTE));
    }

    @Test
    void theThresholdIsTheLeastThatKeepsTheBudget() {
        assertThat(Alert.threshold(alarms, 2)).isEqualTo(0.95);
        assertThat(Alert.threshold(alarms, 4)).isEqualTo(0.5);
        assertThat(Alert.threshold(alarms, 0)).isInfinite();
        assertThat(Alert.threshold(List.of(), 1)).isInfinite();
    }
}
