package io.pumasentinel.job.score;

import io.pumasentinel.baseline.BaselineSettings;
import io.pumasentinel.event.ClientWindow;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;

/** The three operators behind one another, as the job connects them. */
final class ClientsHarness {
    private static final BaselineSettings SETTINGS = BaselineSettings.defaults();

    private final OneInputStreamOperatorTestHarness<PumaEvent, ClientSum> sums;
    private final KeyedOneInputStreamOperatorTestHarness<String, ClientSum, ClientGroup> groups;
    private final KeyedOneInputStreamOperatorTestHarness<String, ClientGroup, ClientWindow>
            population;
    private int summed;
    private int grouped;

    ClientsHarness() throws Exception {
        this(null, null);
    }

    /** Goes on where both keyed operators were saved. */
    ClientsHarness(
            @Nullable OperatorSubtaskState groupState,
            @Nullable OperatorSubtaskState populationState)
            throws Exception {
        sums =
                new OneInputStreamOperatorTestHarness<>(
                        new ClientSumOperator(SETTINGS.windowMillis()));
        groups =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new ClientGroupFunction(SETTINGS)),
                        ClientSum::group,
                        Types.STRING);
        population =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new ClientPopulationFunction(SETTINGS)),
                        ClientGroup::service,
                        Types.STRING);
        if (groupState != null && populationState != null) {
            groups.initializeState(groupState);
            population.initializeState(populationState);
        }
        sums.open();
        groups.open();
        population.open();
    }

    void send(PumaEvent event) throws Exception {
        sums.processElement(event, event.timestampMillis());
    }

    /** Brings the watermark through all three. */
    void watermark(long millis) throws Exception {
        sums.processWatermark(new Watermark(millis));
        forwardSums();
        groups.processWatermark(millis);
        List<StreamRecord<? extends ClientGroup>> told =
                groups.extractOutputStreamRecords().stream()
                        .<StreamRecord<? extends ClientGroup>>map(r -> r)
                        .toList();
        for (StreamRecord<? extends ClientGroup> group : told.subList(grouped, told.size())) {
            population.processElement(group.getValue(), group.getTimestamp());
        }
        grouped = told.size();
        population.processWatermark(millis);
    }

    /** What a checkpoint barrier does to the sums. */
    void barrier() throws Exception {
        sums.prepareSnapshotPreBarrier(1);
        forwardSums();
    }

    OperatorSubtaskState groupState() throws Exception {
        return groups.snapshot(1, 1);
    }

    OperatorSubtaskState populationState() throws Exception {
        return population.snapshot(1, 1);
    }

    List<ClientWindow> unusual() {
        return population.extractOutputValues();
    }

    int sums() {
        return summed;
    }

    int groups() {
        return grouped;
    }

    int groupEntries() {
        return groups.numKeyedStateEntries() + groups.numEventTimeTimers();
    }

    int populationEntries() {
        return population.numKeyedStateEntries();
    }

    int populationTimers() {
        return population.numEventTimeTimers();
    }

    void close() throws Exception {
        sums.close();
        groups.close();
        population.close();
    }

    private void forwardSums() throws Exception {
        List<StreamRecord<? extends ClientSum>> told =
                sums.extractOutputStreamRecords().stream()
                        .<StreamRecord<? extends ClientSum>>map(r -> r)
                        .toList();
        for (StreamRecord<? extends ClientSum> sum : told.subList(summed, told.size())) {
            groups.processElement(sum.getValue(), sum.getTimestamp());
        }
        summed = told.size();
    }
}
