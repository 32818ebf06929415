package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkOutputMultiplexer;
import org.apache.flink.util.clock.ManualClock;
import org.junit.jupiter.api.Test;

/** The partitions of one subtask, combined by Flink's own multiplexer, on a clock set by hand. */
class LiveWatermarksTest {

    private static final long TICK = 200;
    private static final long BOUND = 5_000;
    private static final long QUIET = 2_000;
    private static final long IDLE = 30_000;
    private static final long T = 1_000_000;

    private final ManualClock clock = new ManualClock(TimeUnit.HOURS.toNanos(7));
    private final RecordedOutput combined = new RecordedOutput();
    private final WatermarkOutputMultiplexer multiplexer = new WatermarkOutputMultiplexer(combined);
    private final Map<String, LiveWatermarks> partitions = new LinkedHashMap<>();
    private SubtaskActivity subtask =
            new SubtaskActivity(new LiveTiming(BOUND, QUIET, IDLE, 1), clock);

    @Test
    void followsTheEventsWhileTheyCome() {
        partition("a");
        event("a", T);
        event("a", T + 3_000);
        assertThat(combined.watermarks()).containsExactly(T - BOUND - 1, T + 3_000 - BOUND - 1);
    }

    @Test
    void waitsForTheSlowestPartitionThatHasEvents() {
        partition("a");
        partition("b");
        event("a", T);
        assertThat(combined.watermarks()).isEmpty();
        event("b", T - 4_000);
        assertThat(combined.latest()).isEqualTo(T - 4_000 - BOUND - 1);
    }

    @Test
    void letsAnEmptyPartitionHoldOthersBackOnlyUntilItIsIdle() {
        partition("a");
        partition("empty");
        keepBusy("a", T, IDLE - TICK);
        assertThat(combined.watermarks()).isEmpty();
        keepBusy("a", T + IDLE - TICK, 2 * TICK);
        assertThat(combined.latest()).isGreaterThan(T + IDLE - BOUND - 2_000);
    }

    @Test
    void letsASparsePartitionHoldOthersBackByItsQuietPeriodOnly() {
        partition("a");
        partition("sparse");
        event("sparse", T);
        keepBusy("a", T, 20_000);
        assertThat(combined.latest()).isBetween(T + 17_000 - BOUND, T + 18_000 - BOUND);
    }

    @Test
    void letsOthersCatchUpFasterThanTheClockOnceIdle() {
        partition("a");
        partition("sparse");
        event("sparse", T);
        event("a", T);
        advance(IDLE);
        event("a", T + 3_600_000);
        advance(TICK);
        assertThat(combined.latest()).isEqualTo(T + 3_600_000 - BOUND - 1);
    }

    @Test
    void followsTheClockFromWhereItStoodWhenAllIsQuiet() {
        partition("a");
        partition("b");
        partition("empty");
        event("a", T);
        event("b", T - 1_000);
        advance(IDLE - 1_000);
        assertThat(combined.watermarks()).isEmpty();
        advance(600_000);
        assertThat(combined.latest() - (T - BOUND - 1))
                .isBetween(600_000 + IDLE - 5_000, 600_000 + IDLE);
    }

    @Test
    void followsTheClockBeforeItIsIdle() {
        partition("a");
        event("a", T);
        advance(QUIET);
        assertThat(combined.latest()).isEqualTo(T - BOUND - 1);
        advance(10_000);
        assertThat(combined.latest()).isBetween(T + 9_600 - BOUND, T + 10_000 - BOUND);
    }

    @Test
    void isIdleBetweenTheStepsWithWhichItFollowsTheClock() {
        partition("a");
        event("a", T);
        advance(IDLE + 10_000);
        long before = combined.latest();
        int idleTicks = 0;
        for (int i = 0; i < 50; i++) {
            advance(TICK);
            idleTicks += combined.idle() ? 1 : 0;
        }
        assertThat(combined.latest() - before).isBetween(8_800L, 11_000L);
        assertThat(idleTicks).isBetween(30, 45);
    }

    @Test
    void followsFasterWhereTheStreamIsReplayedFaster() {
        subtask = new SubtaskActivity(new LiveTiming(BOUND, QUIET, IDLE, 60), clock);
        partition("a");
        event("a", T);
        advance(QUIET + 10_000);
        assertThat(combined.latest()).isBetween(T + 580_000 - BOUND, T + 600_000 - BOUND);
    }

    @Test
    void goesOnWithTheEventsAfterAQuietPeriodAndNeverBack() {
        partition("a");
        event("a", T);
        advance(IDLE + 60_000);
        long followed = combined.latest();
        event("a", T + 50_000);
        advance(TICK);
        assertThat(combined.latest()).isEqualTo(followed);
        event("a", T + 200_000);
        assertThat(combined.latest()).isEqualTo(T + 200_000 - BOUND - 1);
        assertThat(combined.watermarks()).isSorted();
    }

    @Test
    void staysIdleWithoutAnyEventEver() {
        partition("a");
        advance(10 * IDLE);
        assertThat(combined.idle()).isTrue();
        assertThat(combined.watermarks()).isEmpty();
    }

    @Test
    void isNotWokenByLinesThatNobodyUnderstands() {
        partition("a");
        partition("noise");
        event("a", T);
        advance(IDLE);
        LiveWatermarks noise = partitions.get("noise");
        assertThat(noise).isNotNull();
        if (noise != null) {
            noise.onEvent(
                    Events.unparsed(T + 9_000_000), T, multiplexer.getImmediateOutput("noise"));
        }
        event("a", T + 100_000);
        advance(TICK);
        assertThat(combined.latest()).isEqualTo(T + 100_000 - BOUND - 1);
    }

    @Test
    void refusesTimesAndRatesThatMakeNoSense() {
        assertThatThrownBy(() -> new LiveTiming(-1, 1, 1, 1)).hasMessageContaining("bound -1");
        assertThatThrownBy(() -> new LiveTiming(0, 1, 0, 1)).hasMessageContaining("idle 0");
        assertThatThrownBy(() -> new LiveTiming(0, 1, 1, Double.NaN)).hasMessageContaining("NaN");
    }

    private void partition(String name) {
        multiplexer.registerNewOutput(name);
        partitions.put(name, new LiveWatermarks(subtask));
    }

    private void event(String partition, long timestampMillis) {
        LiveWatermarks watermarks = partitions.get(partition);
        if (watermarks == null) {
            throw new IllegalArgumentException(partition);
        }
        watermarks.onEvent(
                Events.timed(timestampMillis),
                timestampMillis,
                multiplexer.getImmediateOutput(partition));
    }

    /** One event a tick, in event time as fast as the clock. */
    private void keepBusy(String partition, long fromMillis, long millis) {
        for (long passed = 0; passed < millis; passed += TICK) {
            advance(TICK);
            event(partition, fromMillis + passed + TICK);
        }
    }

    private void advance(long millis) {
        for (long passed = 0; passed < millis; passed += TICK) {
            clock.advanceTime(TICK, TimeUnit.MILLISECONDS);
            partitions.forEach(
                    (name, watermarks) ->
                            watermarks.onPeriodicEmit(multiplexer.getDeferredOutput(name)));
            multiplexer.onPeriodicEmit();
        }
    }
}
