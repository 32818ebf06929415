package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of one live partition: they follow the events, after a quiet period the clock, and
 * never hold other partitions back for long.
 *
 * <p>After its last event a partition
 *
 * <ol>
 *   <li>waits until it counts as quiet;
 *   <li>then follows the clock from where it stood: {@code watermark + rate · time since quiet}. A
 *       sparse partition thus holds the others back by the quiet period only;
 *   <li>then is idle: the others go ahead without it, also where they catch up with a backlog
 *       faster than the clock runs. A partition that never had an event goes here directly;
 *   <li>if all partitions of the subtask are idle, nobody is left whom the combined watermark could
 *       follow, and the last windows would never close. Then all of them follow the clock together,
 *       from the latest watermark among them. They step once a second and are idle in between, so
 *       that other subtasks that do have events are not held to the clock's pace.
 * </ol>
 *
 * <p>The clock is only ever read for differences: it may stand still while the input is held up by
 * back-pressure, and event time need not be near the present. What comes after the clock has been
 * followed past it is late.
 */
final class LiveWatermarks implements WatermarkGenerator<PumaEvent> {

    private final LiveTiming timing;
    private final SubtaskActivity subtask;
    private final EventSecondWatermarks seconds;
    private long lastEventMillis;
    private long base = EventSecondWatermarks.NONE;
    private long emitted = EventSecondWatermarks.NONE;
    private boolean active;
    private boolean idle;

    LiveWatermarks(SubtaskActivity subtask) {
        this.timing = subtask.timing();
        this.subtask = subtask;
        this.seconds = new EventSecondWatermarks(timing.boundMillis());
        this.lastEventMillis = subtask.nowMillis();
    }

    @Override
    public void onEvent(PumaEvent event, long recordMillis, WatermarkOutput output) {
        if (!EventSecondWatermarks.tellsTime(event)) {
            return;
        }
        boolean rose = seconds.advance(recordMillis);
        if (rose || idle || !active) {
            base = Math.max(emitted, seconds.watermark());
            subtask.reached(base);
            active = true;
        }
        if (idle || base > emitted) {
            emit(base, output);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        long nowMillis = subtask.nowMillis();
        if (active) {
            active = false;
            lastEventMillis = nowMillis;
            subtask.hadEvents(nowMillis);
        }
        boolean letsOthersGo = nowMillis - lastEventMillis >= timing.idleAfterMillis();
        long target = letsOthersGo ? subtask.followed(nowMillis) : followed(nowMillis);
        if (base != EventSecondWatermarks.NONE && target > emitted) {
            emit(target, output);
        } else if (letsOthersGo) {
            output.markIdle();
            idle = true;
        }
    }

    private long followed(long nowMillis) {
        return base == EventSecondWatermarks.NONE
                ? base
                : base + timing.followedMillis(nowMillis - lastEventMillis);
    }

    private void emit(long watermark, WatermarkOutput output) {
        output.emitWatermark(new Watermark(watermark));
        emitted = watermark;
        idle = false;
    }
}
