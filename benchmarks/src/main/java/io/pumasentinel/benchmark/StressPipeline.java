package io.pumasentinel.benchmark;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.ForwardedSinks;
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
        WholePipeline.define(environment, file, new Sinks());
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
    private static final class Sinks extends ForwardedSinks {
        Sinks() {
            super(new CountingSinks());
        }

        @Override
        public void events(DataStream<PumaEvent> events) {
            super.events(events);
            CountingSinks.count(
                    events.filter(Sinks::good).name("only good").uid("only-good"), GOOD);
        }

        private static boolean good(PumaEvent event) {
            Access access = event.access();
            return access != null && access.path().equals(StressWorkload.GOOD_PATH);
        }
    }
}
