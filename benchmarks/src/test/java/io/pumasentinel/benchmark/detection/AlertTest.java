package io.pumasentinel.benchmark.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AlertTest {
    private static final long MINUTE = 60_000;

    private final List<Alarm> alarms =
            List.of(
                    new Alarm(1, 10 * MINUTE, 0.95, "rate"),
                    new Alarm(1, 25 * MINUTE, 0.91, "rate"),
                    new Alarm(1, 41 * MINUTE, 0.92, "rate"),
                    new Alarm(2, 41 * MINUTE, 0.99, "rate"),
                    new Alarm(2, 90 * MINUTE, 0.5, "rate"));

    @Test
    void alarmsOfAnEndpointWithinFifteenMinutesAreOneAlert() {
        assertThat(Alert.of(alarms, 0.9))
                .containsExactly(
                        new Alert(1, 10 * MINUTE, "rate"),
                        new Alert(1, 41 * MINUTE, "rate"),
                        new Alert(2, 41 * MINUTE, "rate"));
    }

    @Test
    void weakerAlarmsDoNotPassTheThreshold() {
        assertThat(Alert.of(alarms, 0.995)).isEmpty();
        assertThat(Alert.of(alarms, 0.95))
                .containsExactly(
                        new Alert(1, 10 * MINUTE, "rate"), new Alert(2, 41 * MINUTE, "rate"));
    }

    @Test
    void theThresholdIsTheLeastThatKeepsTheBudget() {
        assertThat(Alert.threshold(alarms, 2)).isEqualTo(0.95);
        assertThat(Alert.threshold(alarms, 4)).isEqualTo(0.5);
        assertThat(Alert.threshold(alarms, 0)).isInfinite();
        assertThat(Alert.threshold(List.of(), 1)).isInfinite();
    }
}
