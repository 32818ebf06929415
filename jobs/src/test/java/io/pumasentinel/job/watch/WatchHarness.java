package io.pumasentinel.job.watch;

import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** Counting and watching as Flink runs them, the watermark moved by hand. */
final class WatchHarness {
    private final KeyedOneInputStreamOperatorTestHarness<String, Pulse, PumaEvent> flink;
    private final List<Pulse> counted = new ArrayList<>();
    private final OpenPulses open = new OpenPulses(1_000, counted::add);
    private long watermark = Long.MIN_VALUE;

    WatchHarness(boolean live, @Nullable OperatorSubtaskState snapshot) throws Exception {
        flink =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new WatchFunction(live)),
                        Pulse::service,
                        Types.STRING);
        if (snapshot != null) {
            flink.initializeState(snapshot);
        }
        flink.open();
    }

    void send(PumaEvent event) {
        open.add(event, watermark);
    }

    /** Sends it and lets event time follow closely. */
    void live(PumaEvent event) throws Exception {
        send(event);
        watermark(Math.max(watermark, event.timestampMillis() - 1));
    }

    void watermark(long millis) throws Exception {
        watermark = millis;
        open.flushThrough(millis);
        handOver();
        flink.processWatermark(millis);
    }

    /** What a checkpoint barrier does. */
    OperatorSubtaskState snapshot() throws Exception {
        open.flushThrough(Long.MAX_VALUE);
        handOver();
        return flink.snapshot(1, 1);
    }

    List<PumaEvent> events() {
        return flink.extractOutputValues();
    }

    /** {@code action host worker}, in order. */
    List<String> told() {
        return events().stream().map(WatchHarness::text).toList();
    }

    String lastMessage() {
        List<PumaEvent> events = events();
        return lifecycle(events.get(events.size() - 1)).message();
    }

    int stateEntries() {
        return flink.numKeyedStateEntries();
    }

    int timers() {
        return flink.numEventTimeTimers();
    }

    void close() throws Exception {
        flink.close();
    }

    private void handOver() throws Exception {
        for (Pulse pulse : counted) {
            flink.processElement(pulse, pulse.endMillis() - 1);
        }
        counted.clear();
    }

    private static String text(PumaEvent event) {
        Lifecycle lifecycle = lifecycle(event);
        String worker = lifecycle.worker() < 0 ? "" : " " + lifecycle.worker();
        return lifecycle.action().replace("watch-", "")
                + (event.host().isEmpty() ? "" : " " + event.host())
                + worker;
    }

    private static Lifecycle lifecycle(PumaEvent event) {
        return Objects.requireNonNull(event.lifecycle());
    }
}
