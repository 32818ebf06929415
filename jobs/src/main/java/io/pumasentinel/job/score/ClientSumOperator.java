package io.pumasentinel.job.score;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums requests by client and window before the shuffle and loses none: sums leave when the
 * watermark passes their window's end, at every checkpoint barrier and at the end of the input.
 *
 * <p>Without state, in one chain with the operator that scored, as the sums of signals are. A sum
 * carries the last millisecond of its window, which the watermark has not passed when it leaves.
 * Requests whose window the watermark has passed are counted in {@code lateClients} and left out.
 */
public final class ClientSumOperator extends AbstractStreamOperator<ClientSum>
        implements OneInputStreamOperator<PumaEvent, ClientSum> {
    private static final long serialVersionUID = 1L;
    private static final int MAX_OPEN = 50_000;

    private final long windowMillis;

    private transient OpenClients clients;
    private transient Counter late;
    private transient long watermark;

    /**
     * @param windowMillis the length of a window
     */
    @SuppressWarnings("NullAway.Init") // Flink calls open before anything else.
    public ClientSumOperator(long windowMillis) {
        this.windowMillis = windowMillis;
    }

    @Override
    public void open() throws Exception {
        super.open();
        watermark = Long.MIN_VALUE;
        late = getMetricGroup().counter("lateClients");
        clients = new OpenClients(MAX_OPEN, this::emit);
        getMetricGroup().gauge("openClients", clients::size);
    }

    @Override
    public void processElement(StreamRecord<PumaEvent> element) {
        PumaEvent event = element.getValue();
        Access access = event.access();
        if (access == null) {
            return;
        }
        long millis = event.timestampMillis();
        long start = millis - Math.floorMod(millis, windowMillis);
        if (lastMillis(start) <= watermark) {
            late.inc();
        } else {
            clients.add(event.service(), start, access);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        watermark = mark.getTimestamp();
        if (watermark > Long.MIN_VALUE + windowMillis) {
            clients.flushThrough(watermark + 1 - windowMillis);
        }
        super.processWatermark(mark);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        clients.flushThrough(Long.MAX_VALUE);
        super.prepareSnapshotPreBarrier(checkpointId);
    }

    @Override
    public void finish() throws Exception {
        clients.flushThrough(Long.MAX_VALUE);
        super.finish();
    }

    private void emit(ClientSum sum) {
        output.collect(new StreamRecord<>(sum, lastMillis(sum.startMillis())));
    }

    private long lastMillis(long startMillis) {
        return startMillis + windowMillis - 1;
    }
}
