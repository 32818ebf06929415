package io.pumasentinel.job.watch;

import io.pumasentinel.event.PumaEvent;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Counts scored events into pulses before the shuffle and loses none: they leave when the watermark
 * passes their window, at every checkpoint barrier and at the end of the input.
 *
 * <p>As io.pumasentinel.cep's summing operator: without state, in one chain with the operator that
 * scores. Pulses carry the last millisecond of their window, which the watermark has not passed.
 */
final class PulseOperator extends AbstractStreamOperator<Pulse>
        implements OneInputStreamOperator<PumaEvent, Pulse> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_OPEN = 50_000;

    private transient OpenPulses open;
    private transient long watermark;

    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    PulseOperator() {}

    @Override
    public void open() throws Exception {
        super.open();
        watermark = Long.MIN_VALUE;
        open = new OpenPulses(MOST_OPEN, this::emit);
    }

    @Override
    public void processElement(StreamRecord<PumaEvent> element) {
        open.add(element.getValue(), watermark);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = mark.getTimestamp();
        open.flushThrough(watermark);
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        open.flushThrough(Long.MAX_VALUE);
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        open.flushThrough(Long.MAX_VALUE);
        super.finish();
    }

    private void emit(Pulse pulse) {
        output.collect(new StreamRecord<>(pulse, pulse.endMillis() - 1));
    }
}
