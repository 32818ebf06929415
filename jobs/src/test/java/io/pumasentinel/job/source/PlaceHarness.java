package io.pumasentinel.job.source;

import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import java.util.HashMap;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** {@link PlaceOperator} under test, and what it has said aside. */
final class PlaceHarness {

    private static final OperatorID ID = new OperatorID(1, 1);

    private PlaceHarness() {}

    static OneInputStreamOperatorTestHarness<PumaEvent, PumaEvent> of(int parallelism, int subtask)
            throws Exception {
        var operator =
                new PlaceOperator(PlaceOperator.DEFAULT_MAX_ENDPOINTS, AuthSettings.defaults());
        TypeSerializer<PumaEvent> events =
                TypeInformation.of(PumaEvent.class).createSerializer(new SerializerConfigImpl());
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        operator, 4, parallelism, subtask, events, ID);
        harness.setup(events);
        return harness;
    }

    static IngestProgress progress(
            OneInputStreamOperatorTestHarness<PumaEvent, PumaEvent> harness) {
        var accumulators = new HashMap<String, Object>();
        harness.getEnvironment()
                .getAccumulatorRegistry()
                .getUserMap()
                .forEach((name, value) -> accumulators.put(name, value.getLocalValue()));
        return IngestProgress.of(accumulators);
    }

    static List<DeadLetter> letters(
            OneInputStreamOperatorTestHarness<PumaEvent, PumaEvent> harness) {
        return harness.getSideOutput(PlaceOperator.DEAD_LETTERS).stream()
                .map(StreamRecord::getValue)
                .toList();
    }
}
