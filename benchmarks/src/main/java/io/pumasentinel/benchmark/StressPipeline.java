package io.pumasentinel.benchmark;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.Alert;
import io.pumasentinel.event.DeadLetter;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSinks;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole job over noise: no line may be lost, least of all a good one. */
final class StressPipeline implements Pipeline {
    private static final String GOOD = "good";

    private final Path file;
    private final StressWorkload workload;

    StressPipeline(Path file, StressWorkload workload) {
        this.file = file;
        this.workload = workload;
    }

    @Override
    public void define(StreamExecutionEnvironment environment) throws Exception {
        WholePipeline.define(environment, file, new Sinks(new CountingSinks()));
    }

    @Override
    public void check(JobExecutionResult result) {
        long good = CountingSinks.count(result, GOOD);
        long events = CountingSinks.count(result, CountingSinks.EVENTS);
        long letters = CountingSinks.count(result, CountingSinks.DEAD_LETTERS);
        if (good != workload.good() || events + letters != workload.lines()) {
            throw new IllegalStateException(
                    "%s: lines are missing (got %d good, %d events, %d dead letters); %d good, %d in all"
                            .formatted(
                                    workload.name(),
                                    good,
                                    events,
                                    letters,
                                    workload.good(),
                                    workload.lines()));
        }
    }

    /** Counts the good lines besides. */
    private record Sinks(CountingSinks all) implements JobSinks {
        @Override
        public void events(DataStream<PumaEvent> events) {
            all.events(events);
            CountingSinks.count(
                    events.filter(Sinks::good).name("only good").uid("only-good"), GOOD);
        }

        @Override
        public void windows(DataStream<EndpointWindow> windows) {
            all.windows(windows);
        }

        @Override
        public void alerts(DataStream<Alert> alerts) {
            all.alerts(alerts);
        }

        @Override
        public void deadLetters(DataStream<DeadLetter> deadLetters) {
            all.deadLetters(deadLetters);
        }

        private static boolean good(PumaEvent event) {
            Access access = event.access();
            return access != null && access.path().equals(StressWorkload.GOOD_PATH);
        }
    }
}
