package io.pumasentinel.job.watch;

import io.pumasentinel.event.PumaEvent;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Watches one service: pulses wait until the watermark has passed their window, so that what is
 * told does not depend on the order in which they came.
 *
 * <p>State of a key: one {@link ServiceWatch}, gone a day after the last sign of life, and at the
 * end of the input, which raises nothing. Timers: one a window with pulses and one for the next
 * silence or forgetting; none renews itself without data.
 */
final class WatchFunction extends KeyedProcessFunction<String, Pulse, PumaEvent> {
    private static final long serialVersionUID = 1L;

    private final boolean live;
    private transient ValueState<ServiceWatch> watches;

    /**
     * @param live whether time goes on while nothing is said; if not, silence is told when it ends
     */
    @SuppressWarnings("NullAway.Init") // transient fields are set in open()
    WatchFunction(boolean live) {
        this.live = live;
    }

    @Override
    public void open(OpenContext context) {
        watches =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("watch", ServiceWatch.class));
    }

    @Override
    public void processElement(Pulse pulse, Context context, Collector<PumaEvent> out)
            throws Exception {
        long due = pulse.endMillis() - 1;
        if (due <= context.timerService().currentWatermark()) {
            return;
        }
        ServiceWatch watch = watches.value();
        if (watch == null) {
            watch = new ServiceWatch();
        }
        if (watch.take(pulse)) {
            context.timerService().registerEventTimeTimer(due);
        }
        watches.update(watch);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<PumaEvent> out)
            throws Exception {
        ServiceWatch watch = watches.value();
        if (watch == null) {
            return;
        }
        TimerService timers = context.timerService();
        if (timers.currentWatermark() == Long.MAX_VALUE) {
            watches.clear();
            return;
        }
        String service = context.getCurrentKey();
        Consumer<Notice> notices = notice -> out.collect(notice.event(service, timestamp));
        watch.close(timestamp + 1, notices);
        if (live) {
            Silences.look(watch, timestamp, notices);
        }
        if (watch.forget(timestamp)) {
            watches.clear();
            return;
        }
        scheduleNext(watch, timestamp, timers);
        watches.update(watch);
    }

    private void scheduleNext(ServiceWatch watch, long timestamp, TimerService timers) {
        if (watch.timerMillis <= timestamp) {
            watch.timerMillis = Long.MAX_VALUE;
        }
        long next = watch.nextDueMillis(live);
        if (next < watch.timerMillis) {
            if (watch.timerMillis != Long.MAX_VALUE) {
                timers.deleteEventTimeTimer(watch.timerMillis);
            }
            watch.timerMillis = next;
            timers.registerEventTimeTimer(next);
        }
    }
}
