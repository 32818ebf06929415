package io.pumasentinel.cep;

import io.pumasentinel.event.SignalSum;
import io.pumasentinel.sigma.EventView;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums matches before the shuffle and loses none: sums leave when the watermark passes their
 * second, at every checkpoint barrier and at the end of the input.
 *
 * <p>An operator and not a function, because only operators learn of watermarks and barriers. It
 * has no state: what is open at a barrier is handed out in front of it. Its place is in one chain
 * with the operator that classified, so that nothing is serialised between them. Sums carry the
 * time second + 999 ms, which the watermark has not passed when they leave. Matches whose second
 * the watermark has passed are counted in {@code lateSignals} and left out; matches that lack a
 * field of their group in {@code ungroupedSignals}.
 */
class SignalSumOperator<T> extends AbstractStreamOperator<SignalSum>
        implements OneInputStreamOperator<T, SignalSum>, SignalMatches.Sink {
    private static final long serialVersionUID = 1L;
    private static final int MAX_OPEN = 50_000;
    private static final long LAST_MILLI_OF_SECOND = 999;

    private final Summing<T> submitted;

    private transient SignalSummer summer;
    private transient Counter late;
    private transient long watermark;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    SignalSumOperator(Summing<T> submitted) {
        this.submitted = submitted;
    }

    @Override
    public void open() throws Exception {
        super.open();
        watermark = Long.MIN_VALUE;
        late = getMetricGroup().counter("lateSignals");
        summer = new SignalSummer(submitted.plan(), MAX_OPEN, this::emit);
        getMetricGroup().gauge("ungroupedSignals", summer::skipped);
        getMetricGroup().gauge("openSums", summer::size);
    }

    @Override
    public void processElement(StreamRecord<T> element) {
        summing(element.getTimestamp()).matches().forEach(element.getValue(), this);
    }

    @Override
    public void matched(EventView view, String ruleId) {
        long second = SignalSummer.secondOf(view);
        if (dueMillis(second) <= watermark) {
            late.inc();
        } else {
            summer.follow(summing(second).plan());
            summer.add(view, ruleId);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = mark.getTimestamp();
        summer.flushThrough(
                watermark < Long.MIN_VALUE + LAST_MILLI_OF_SECOND
                        ? Long.MIN_VALUE
                        : watermark - LAST_MILLI_OF_SECOND);
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        summer.flushAll();
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        summer.flushAll();
        super.finish();
    }

    /** What counts at the event time. */
    Summing<T> summing(long eventMillis) {
        return submitted;
    }

    /** Matches that were late, since the start of this subtask. */
    long lateSignals() {
        return late.getCount();
    }

    private void emit(SignalSum sum) {
        output.collect(new StreamRecord<>(sum, dueMillis(sum.secondMillis())));
    }

    private static long dueMillis(long secondMillis) {
        return secondMillis + LAST_MILLI_OF_SECOND;
    }
}
