package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class EventSecondWatermarksTest {

    private final RecordedOutput output = new RecordedOutput();
    private final EventSecondWatermarks watermarks = new EventSecondWatermarks(5_000);

    @Test
    void staysOneBoundAndAMillisecondBehindTheLatestSecond() {
        event(20_000);
        event(21_999);
        assertThat(output.watermarks()).containsExactly(14_999L, 15_999L);
    }

    @Test
    void saysNothingInsideASecondOrForOlderEvents() {
        event(20_000);
        event(20_999);
        event(3_000);
        event(20_001);
        assertThat(output.watermarks()).containsExactly(14_999L);
    }

    @Test
    void neverMovesByTheClock() {
        event(20_000);
        watermarks.onPeriodicEmit(output);
        assertThat(output.watermarks()).hasSize(1);
    }

    @Test
    void isNotMovedByLinesWithoutATimeOrWithoutAMeaning() {
        watermarks.onEvent(Events.untimed(), 99_000, output);
        watermarks.onEvent(Events.unparsed(99_000), 99_000, output);
        assertThat(output.watermarks()).isEmpty();
    }

    @Test
    void cutsTimesBeforeTheEpochToTheirSecondToo() {
        event(-500);
        assertThat(output.watermarks()).containsExactly(-6_001L);
    }

    @Test
    void refusesANegativeBound() {
        assertThatThrownBy(() -> new EventSecondWatermarks(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got -1");
    }

    private void event(long timestampMillis) {
        watermarks.onEvent(Events.timed(timestampMillis), timestampMillis, output);
    }
}
