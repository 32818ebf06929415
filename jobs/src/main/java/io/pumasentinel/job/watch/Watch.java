package io.pumasentinel.job.watch;

import io.pumasentinel.cep.wire.WireTypes;
import io.pumasentinel.event.PumaEvent;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Adds the watch to the graph. Operators: {@code pulses}, {@code watch}. */
public final class Watch {
    private Watch() {}

    /**
     * What the events show that no line says, as lifecycle events whose action begins with {@code
     * watch-}.
     *
     * @param scored the operator that scores, to which the counting is chained
     * @param live whether time goes on while nothing is said; if not, silence is told when it ends
     */
    public static DataStream<PumaEvent> of(DataStream<PumaEvent> scored, boolean live) {
        return scored.transform("pulses", TypeInformation.of(Pulse.class), new PulseOperator())
                .uid("pulses")
                .keyBy(Pulse::service, Types.STRING)
                .process(new WatchFunction(live), WireTypes.events())
                .name("watch")
                .uid("watch");
    }
}
