package io.pumasentinel.cli.backtest;

import io.pumasentinel.event.Alert;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Notes at which watermark a version of an alert was told.
 *
 * <p>An operator's timers fire before it passes the watermark on, so what was told at a watermark
 * arrives just before it. For bounded work at parallelism 1: what waits is in no checkpoint.
 */
final class TellingOperator extends AbstractStreamOperator<ToldAlert>
        implements OneInputStreamOperator<Alert, ToldAlert> {
    private static final long serialVersionUID = 1L;

    private transient List<Alert> waiting = new ArrayList<>();

    @Override
    public void open() throws Exception {
        super.open();
        waiting = new ArrayList<>();
    }

    @Override
    public void processElement(StreamRecord<Alert> element) {
        waiting.add(element.getValue());
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        for (Alert alert : waiting) {
            output.collect(new StreamRecord<>(new ToldAlert(alert, mark.getTimestamp())));
        }
        waiting.clear();
        super.processWatermark(mark);
    }
}
