package io.pumasentinel.job.source;

import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.util.ArrayList;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * Gives every event its place: a time, and the endpoint under which it counts ({@link
 * PartitionMemory}). Lines that nobody understood leave as dead letters on a side output and do not
 * go on; late events do, and are counted ({@code lateEvents}).
 *
 * <p>Must be chained to the source, not keyed: it relies on seeing each partition in its order.
 * Counts for {@link IngestProgress}. State: one {@link SavedPartition} a partition, as a union
 * list.
 *
 * <p>The Flink record's timestamp stays what the source set. For a Kafka line without a time that
 * is the record's, up to the shipper's delay after {@link PumaEvent#timestampMillis()}: go by the
 * latter.
 */
public final class PlaceFunction extends ProcessFunction<PumaEvent, PumaEvent>
        implements CheckpointedFunction {

    /** Where the dead letters go. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    /** How many endpoints a service has at most, where nothing else is configured. */
    public static final int DEFAULT_MAX_ENDPOINTS = 1000;

    private static final long serialVersionUID = 1L;

    private final int maxEndpoints;
    private transient @Nullable PartitionMemories memories;
    private transient @Nullable ListState<SavedPartition> state;
    private transient @Nullable IngestMeter meter;

    /**
     * Allows that many endpoints a service and partition.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    public PlaceFunction(int maxEndpoints) {
        if (maxEndpoints <= 0) {
            throw new IllegalArgumentException(
                    "maxEndpoints (got %d); 1 or more".formatted(maxEndpoints));
        }
        this.maxEndpoints = maxEndpoints;
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        boolean first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
        var restored = new PartitionMemories(maxEndpoints, first);
        ListState<SavedPartition> saved =
                context.getOperatorStateStore()
                        .getUnionListState(
                                new ListStateDescriptor<>(
                                        "partitions", TypeInformation.of(SavedPartition.class)));
        if (context.isRestored()) {
            restored.restore(saved.get());
        }
        memories = restored;
        state = saved;
    }

    @Override
    public void open(OpenContext context) {
        meter = new IngestMeter(getRuntimeContext());
    }

    @Override
    public void processElement(PumaEvent event, Context context, Collector<PumaEvent> out) {
        if (ReadMark.is(event)) {
            opened(meter).readTo(ReadMark.bytes(event));
            return;
        }
        PartitionMemory memory = opened(memories).of(event.position().source());
        if (memory.isNewLine(event)) {
            opened(meter).line();
        }
        Long recordMillis = context.timestamp();
        PumaEvent placed =
                memory.take(event, recordMillis == null ? PumaEvent.NO_TIME : recordMillis);
        Unparsed unparsed = placed.unparsed();
        if (unparsed != null) {
            opened(meter).deadLetter();
            context.output(DEAD_LETTERS, letter(placed, unparsed));
            return;
        }
        boolean late = placed.timestampMillis() <= context.timerService().currentWatermark();
        opened(meter).event(placed.timestampMillis(), late);
        out.collect(placed);
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        opened(state).update(new ArrayList<>(opened(memories).saved()));
    }

    private static DeadLetter letter(PumaEvent event, Unparsed unparsed) {
        return new DeadLetter(
                unparsed.reason(),
                event.timestampMillis(),
                event.service(),
                event.host(),
                event.position(),
                unparsed.line(),
                event.redacted());
    }

    private static <T> T opened(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("used before Flink opened it");
        }
        return part;
    }
}
