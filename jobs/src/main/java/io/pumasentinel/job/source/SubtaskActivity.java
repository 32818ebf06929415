package io.pumasentinel.job.source;

import org.apache.flink.util.clock.RelativeClock;

/**
 * What the partitions of one source subtask know of each other: when the last of them had an event,
 * and the one watermark that all of them follow once every one is idle.
 *
 * <p>Used by the subtask's thread only.
 */
final class SubtaskActivity {

    /** How often the common watermark moves: event time needs no finer step than its second. */
    private static final long STEP_MILLIS = 1000;

    private final LiveTiming timing;
    private final RelativeClock clock;
    private long lastEventMillis;
    private long latestWatermark = EventSecondWatermarks.NONE;
    private long followed = EventSecondWatermarks.NONE;
    private long nextStepMillis;

    SubtaskActivity(LiveTiming timing, RelativeClock clock) {
        this.timing = timing;
        this.clock = clock;
        this.lastEventMillis = clock.relativeTimeMillis();
        this.nextStepMillis = lastEventMillis;
    }

    LiveTiming timing() {
        return timing;
    }

    long nowMillis() {
        return clock.relativeTimeMillis();
    }

    /** A partition stands at this watermark by its events. */
    void reached(long watermark) {
        latestWatermark = Math.max(latestWatermark, watermark);
    }

    /** A partition had events shortly before {@code nowMillis}. */
    void hadEvents(long nowMillis) {
        lastEventMillis = nowMillis;
    }

    /**
     * The watermark that the clock alone gives when all partitions are idle; {@link
     * EventSecondWatermarks#NONE} while one is not, or when none ever had an event.
     */
    long followed(long nowMillis) {
        long quietMillis = nowMillis - lastEventMillis;
        if (quietMillis < timing.idleAfterMillis()
                || latestWatermark == EventSecondWatermarks.NONE) {
            return EventSecondWatermarks.NONE;
        }
        if (nowMillis >= nextStepMillis) {
            followed = latestWatermark + timing.followedMillis(quietMillis);
            nextStepMillis = nowMillis + STEP_MILLIS;
        }
        return followed;
    }
}
