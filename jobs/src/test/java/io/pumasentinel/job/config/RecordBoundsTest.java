package io.pumasentinel.job.config;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.baseline.Guards;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records hold their ranges even where no file is read. */
class RecordBoundsTest {

    @Test
    void refusesWhatTheFileMayNotSayEither() {
        assertThatThrownBy(
                        () -> new AlertConfig(Duration.ofMinutes(15), 11, null, Duration.ZERO, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("evidence: out of range (got 11); from 1 to 10");
        assertThatThrownBy(() -> new AlertConfig(Duration.ofDays(2), 1, null, Duration.ZERO, 2))
                .hasMessage("cooldown: out of range (got 2d); from 10s to 1d");
        assertThatThrownBy(
                        () ->
                                new ScoreConfig(
                                        31, 20, Duration.ofHours(1), Guards.defaults(), List.of()))
                .hasMessage("warm-up-windows: out of range (got 31); from 1 to 30");
        assertThatThrownBy(() -> new RulesConfig(null, true, false, List.of()))
                .hasMessageStartingWith("only: no folder");
    }
}
