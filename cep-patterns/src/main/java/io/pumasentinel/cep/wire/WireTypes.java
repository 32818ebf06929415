package io.pumasentinel.cep.wire;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.SignalSum;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** The type information of streams whose records cross an exchange often; never for state. */
public final class WireTypes {
    private WireTypes() {}

    /** For streams of events. */
    public static TypeInformation<PumaEvent> events() {
        return new WireType<>(PumaEvent.class, PumaEventSerializer.INSTANCE);
    }

    /** For streams of sums. */
    public static TypeInformation<SignalSum> sums() {
        return new WireType<>(SignalSum.class, SignalSumSerializer.INSTANCE);
    }
}
