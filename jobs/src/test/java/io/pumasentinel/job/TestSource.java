package io.pumasentinel.job;

import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.streaming.api.functions.source.legacy.SourceFunction;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * Emits events in order, each followed by the watermark just below it.
 *
 * <p>Deprecated in Flink, but the only source of a few lines that says when the watermark moves.
 */
@SuppressWarnings("deprecation")
final class TestSource implements SourceFunction<PumaEvent> {
    private static final long serialVersionUID = 1L;

    /** As Flink's serialiser writes them: events are not Java-serialisable. */
    private final byte[] events;

    private final boolean unbounded;
    private volatile boolean running = true;

    /**
     * @param events in event-time order
     * @param unbounded whether the source stays after the last event until it is cancelled
     */
    TestSource(List<PumaEvent> events, boolean unbounded) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(1024);
        for (PumaEvent event : events) {
            serializer().serialize(event, out);
        }
        this.events = out.getCopyOfBuffer();
        this.unbounded = unbounded;
    }

    @Override
    public void run(SourceContext<PumaEvent> context) throws Exception {
        TypeSerializer<PumaEvent> serializer = serializer();
        DataInputDeserializer in = new DataInputDeserializer(events);
        while (in.available() > 0) {
            PumaEvent event = serializer.deserialize(in);
            synchronized (context.getCheckpointLock()) {
                context.collectWithTimestamp(event, event.timestampMillis());
                context.emitWatermark(new Watermark(event.timestampMillis() - 1));
            }
        }
        while (unbounded && running) {
            Thread.sleep(10);
        }
    }

    @Override
    public void cancel() {
        running = false;
    }

    private static TypeSerializer<PumaEvent> serializer() {
        return TypeInformation.of(PumaEvent.class)
                .createSerializer(new SerializerConfigImpl(JobConfiguration.pipeline()));
    }
}
