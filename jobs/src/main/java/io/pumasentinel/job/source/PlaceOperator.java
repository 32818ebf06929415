package io.pumasentinel.job.source;

import io.pumasentinel.cep.wire.WireTypes;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.LineJoin;
import io.pumasentinel.event.ingest.PieceMark;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Gives every event its place: a time, the endpoint under which it counts, and the lines that
 * belong to it ({@link PartitionMemory}). Lines that nobody understood leave as dead letters and,
 * to be counted, as {@link #UNPARSED} on side outputs and do not go on; late events do, and are
 * counted ({@code lateEvents}).
 *
 * <p>An operator and not a function, because only operators learn of watermarks: what waits for
 * further lines leaves before the watermark passes it. Must be chained to the source, not keyed: it
 * relies on seeing each partition in its order. Counts for {@link IngestProgress}. State: one
 * {@link SavedPartition} a partition, as a union list.
 *
 * <p>The Flink record's timestamp stays what the source set. For a Kafka line without a time that
 * is the record's, up to the shipper's delay after {@link PumaEvent#timestampMillis()}: go by the
 * latter.
 */
public final class PlaceOperator extends AbstractStreamOperator<PumaEvent>
        implements OneInputStreamOperator<PumaEvent, PumaEvent>, LineJoin.Out {

    /** Where the dead letters go. */
    public static final OutputTag<DeadLetter> DEAD_LETTERS =
            new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

    /** The same lines as events, for rules that count them. */
    public static final OutputTag<PumaEvent> UNPARSED =
            new OutputTag<>("unparsed", WireTypes.events());

    /** How many endpoints a service has at most, where nothing else is configured. */
    public static final int DEFAULT_MAX_ENDPOINTS = 1000;

    private static final long serialVersionUID = 1L;

    private final int maxEndpoints;
    private final AuthSettings auth;
    private transient PartitionMemories memories;
    private transient ListState<SavedPartition> state;
    private transient IngestMeter meter;
    private transient long watermark;

    /**
     * Allows that many endpoints a service and partition, and judges the sign-ins of requests that
     * several lines make.
     *
     * @throws IllegalArgumentException if the number is not positive
     */
    @SuppressWarnings("NullAway.Init") // Flink initialises and opens before anything else.
    public PlaceOperator(int maxEndpoints, AuthSettings auth) {
        if (maxEndpoints <= 0) {
            throw new IllegalArgumentException(
                    "maxEndpoints (got %d); 1 or more".formatted(maxEndpoints));
        }
        this.maxEndpoints = maxEndpoints;
        this.auth = auth;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        super.initializeState(context);
        var task = getRuntimeContext().getTaskInfo();
        boolean first = task.getIndexOfThisSubtask() == 0;
        boolean only = task.getNumberOfParallelSubtasks() == 1;
        memories = new PartitionMemories(maxEndpoints, auth, first, only);
        state =
                context.getOperatorStateStore()
                        .getUnionListState(
                                new ListStateDescriptor<>(
                                        "partitions", TypeInformation.of(SavedPartition.class)));
        if (context.isRestored()) {
            memories.restore(state.get());
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        watermark = Long.MIN_VALUE;
        meter = new IngestMeter(getRuntimeContext());
    }

    @Override
    public void processElement(StreamRecord<PumaEvent> element) {
        PumaEvent event = element.getValue();
        if (ReadMark.is(event)) {
            meter.readTo(ReadMark.bytes(event));
            return;
        }
        PartitionMemory memory = memories.of(event.position().source());
        if (event.unparsed() != null && isPiece(event, memory)) {
            return;
        }
        if (memory.isNewLine(event)) {
            meter.line();
        }
        long streamMillis = element.hasTimestamp() ? element.getTimestamp() : PumaEvent.NO_TIME;
        if (memory.take(event, streamMillis, this)) {
            meter.joinedLine();
        }
    }

    /** Counts the pieces of a line where they were read and the line itself not again. */
    private boolean isPiece(PumaEvent event, PartitionMemory memory) {
        boolean first = PieceMark.FIRST.is(event);
        boolean further = PieceMark.FURTHER.is(event);
        boolean whole = PieceMark.WHOLE.is(event);
        if (first || further) {
            meter.line();
        }
        if (further) {
            meter.joinedLine();
        }
        if (whole) {
            memory.goesBackTo(event);
        }
        return first || further || whole;
    }

    /** Passes a complete event on. */
    @Override
    public void event(PumaEvent placed, long streamMillis) {
        Unparsed unparsed = placed.unparsed();
        if (unparsed != null) {
            meter.deadLetter();
            output.collect(
                    DEAD_LETTERS, new StreamRecord<>(letter(placed, unparsed), streamMillis));
            output.collect(UNPARSED, new StreamRecord<>(placed, streamMillis));
            return;
        }
        meter.event(placed.timestampMillis(), placed.timestampMillis() <= watermark);
        output.collect(new StreamRecord<>(placed, streamMillis));
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        memories.passed(mark.getTimestamp(), this);
        watermark = mark.getTimestamp();
        super.processWatermark(mark);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        state.update(memories.saved());
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
}
