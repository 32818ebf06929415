package io.pumasentinel.job.source;

import io.pumasentinel.event.PumaEvent;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Start and number of events of every 10 s window of a service, once the watermark passed it. */
final class WindowCounts extends KeyedProcessFunction<String, PumaEvent, Tuple2<Long, Long>> {

    static final long SIZE_MILLIS = 10_000;

    private static final long serialVersionUID = 1L;

    private transient @Nullable MapState<Long, Long> counts;

    @Override
    public void open(OpenContext context) {
        counts =
                getRuntimeContext()
                        .getMapState(new MapStateDescriptor<>("counts", Long.class, Long.class));
    }

    @Override
    public void processElement(PumaEvent event, Context context, Collector<Tuple2<Long, Long>> out)
            throws Exception {
        long start = Math.floorDiv(event.timestampMillis(), SIZE_MILLIS) * SIZE_MILLIS;
        Long before = open().get(start);
        open().put(start, before == null ? 1 : before + 1);
        context.timerService().registerEventTimeTimer(start + SIZE_MILLIS - 1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Tuple2<Long, Long>> out)
            throws Exception {
        long start = timestamp + 1 - SIZE_MILLIS;
        Long count = open().get(start);
        if (count != null) {
            out.collect(Tuple2.of(start, count));
            open().remove(start);
        }
    }

    private MapState<Long, Long> open() {
        return Objects.requireNonNull(counts);
    }
}
