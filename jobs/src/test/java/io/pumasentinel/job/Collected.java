package io.pumasentinel.job;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Sinks that keep what one job wrote, in this process. */
final class Collected implements JobSinks {
    /** By run: Flink copies sinks, so that writers find their test only through the class. */
    private static final Map<String, List<Object>> RUNS = new ConcurrentHashMap<>();

    private final String run = UUID.randomUUID().toString();

    Collected() {
        RUNS.put(run, new CopyOnWriteArrayList<>());
    }

    /** All values of that type, in the order in which they were written. */
    <T> List<T> of(Class<T> type) {
        return RUNS.getOrDefault(run, List.of()).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        collect(events, "events");
    }

    @Override
    public void windows(DataStream<EndpointWindow> windows) {
        collect(windows, "windows");
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        collect(alerts, "alerts");
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> deadLetters) {
        collect(deadLetters, "dead-letters");
    }

    private <T> void collect(DataStream<T> stream, String name) {
        stream.sinkTo(new CollectingSink<>(run)).name("collected " + name).uid("sink-" + name);
    }

    private record CollectingSink<T>(String run) implements Sink<T> {
        @Override
        public SinkWriter<T> createWriter(WriterInitContext context) {
            return new Writer<>(RUNS.getOrDefault(run, List.of()));
        }
    }

    private record Writer<T>(List<Object> into) implements SinkWriter<T> {
        @Override
        public void write(T element, Context context) {
            into.add(element);
        }

        @Override
        public void flush(boolean endOfInput) {}

        @Override
        public void close() {}
    }
}
