package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import org.apache.flink.api.common.eventtime.TimestampAssigner;
import org.apache.flink.api.common.eventtime.TimestampAssignerSupplier;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkGeneratorSupplier;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.util.clock.RelativeClock;
import org.jspecify.annotations.Nullable;

/**
 * The two ways in which event time moves: with the events of files, or with the events of live
 * partitions and the clock.
 */
public final class WatermarkStrategies {

    private WatermarkStrategies() {}

    /**
     * For files: see {@link EventSecondWatermarks}. The source sets the timestamps.
     *
     * @throws IllegalArgumentException when the job starts, if the bound is negative
     */
    public static WatermarkStrategy<PumaEvent> bounded(long boundMillis) {
        return WatermarkStrategy.forGenerator(context -> new EventSecondWatermarks(boundMillis));
    }

    /**
     * For live partitions: see {@link LiveWatermarks}. Every event's time becomes its Flink
     * record's timestamp; an event without a time keeps the Kafka record's.
     */
    public static WatermarkStrategy<PumaEvent> live(LiveTiming timing) {
        return WatermarkStrategy.forGenerator(new PerSubtask(timing))
                .withTimestampAssigner(
                        (TimestampAssignerSupplier<PumaEvent>) context -> new EventTime());
    }

    /** For what comes at any time and nothing may wait for: rules, decisions. */
    public static <T> WatermarkStrategy<T> timeless() {
        return WatermarkStrategy.forGenerator(any -> new Timeless<>());
    }

    private static final class Timeless<T> implements WatermarkGenerator<T> {
        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {}

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            output.emitWatermark(new Watermark(Long.MAX_VALUE));
        }
    }

    private static final class EventTime implements TimestampAssigner<PumaEvent> {

        @Override
        public long extractTimestamp(PumaEvent event, long recordMillis) {
            return event.timestampMillis() == PumaEvent.NO_TIME
                    ? recordMillis
                    : event.timestampMillis();
        }
    }

    /** Flink gives every source subtask its own copy, which makes the generators of its splits. */
    private static final class PerSubtask implements WatermarkGeneratorSupplier<PumaEvent> {

        private static final long serialVersionUID = 1L;

        private final LiveTiming timing;
        private transient @Nullable SubtaskActivity subtask;

        PerSubtask(LiveTiming timing) {
            this.timing = timing;
        }

        @Override
        public WatermarkGenerator<PumaEvent> createWatermarkGenerator(Context context) {
            SubtaskActivity shared = subtask;
            if (shared == null) {
                RelativeClock clock = context.getInputActivityClock();
                shared = new SubtaskActivity(timing, clock);
                subtask = shared;
            }
            return new LiveWatermarks(shared);
        }
    }
}
