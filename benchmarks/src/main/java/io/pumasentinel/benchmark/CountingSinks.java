package io.pumasentinel.benchmark;

import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSinks;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** Sinks that count what comes and keep nothing. */
final class CountingSinks implements JobSinks {
    /** The accumulator that counts events. */
    static final String EVENTS = "counted-events";

    /** The accumulator that counts told versions of alerts. */
    static final String ALERTS = "counted-alerts";

    /** The accumulator that counts dead letters. */
    static final String DEAD_LETTERS = "counted-dead-letters";

    /** What was counted under that name by the end of the job. */
    static long count(JobExecutionResult result, String name) {
        Long counted = result.getAccumulatorResult(name);
        return counted == null ? 0 : counted;
    }

    @Override
    public void events(DataStream<PumaEvent> events) {
        count(events, EVENTS);
    }

    @Override
    public void windows(DataStream<EndpointWindow> windows) {
        count(windows, "counted-windows");
    }

    @Override
    public void alerts(DataStream<Alert> alerts) {
        count(alerts, ALERTS);
    }

    @Override
    public void deadLetters(DataStream<DeadLetter> deadLetters) {
        count(deadLetters, DEAD_LETTERS);
    }

    /** Counts the stream's records under that name. */
    static <T> void count(DataStream<T> stream, String name) {
        stream.filter(new CountAndDrop<>(name))
                .name(name)
                .uid(name)
                .sinkTo(new DiscardingSink<>())
                .name(name + "-end")
                .uid(name + "-end");
    }
}
