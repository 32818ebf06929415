package io.pumasentinel.benchmark;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSettings;
import io.pumasentinel.job.JobSinks;
import io.pumasentinel.job.RuleSources;
import io.pumasentinel.job.SentinelJob;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.job.source.MergedFileSource;
import io.pumasentinel.job.source.WatermarkStrategies;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What {@code analyze} runs, into sinks that count. */
final class WholePipeline implements Pipeline {
    private final Path file;
    private final long lines;
    private final List<RuleSource> rules;

    /** With the shipped rules. */
    WholePipeline(Path file, long lines) throws IOException {
        this(file, lines, shipped());
    }

    WholePipeline(Path file, long lines, List<RuleSource> rules) {
        this.file = file;
        this.lines = lines;
        this.rules = List.copyOf(rules);
    }

    @Override
    public void define(StreamExecutionEnvironment environment) throws Exception {
        define(environment, file, rules, new CountingSinks());
    }

    /** The whole job with all shipped rules over that file into those sinks. */
    static void define(StreamExecutionEnvironment environment, Path file, JobSinks sinks)
            throws Exception {
        define(environment, file, shipped(), sinks);
    }

    private static void define(
            StreamExecutionEnvironment environment,
            Path file,
            List<RuleSource> rules,
            JobSinks sinks)
            throws Exception {
        SentinelConfig config = SentinelConfig.defaults();
        FileInput input = new FileInput(file.toString(), "shop", "web-1");
        DataStream<PumaEvent> events =
                environment
                        .fromSource(
                                new MergedFileSource(List.of(input), config.ingest().settings()),
                                WatermarkStrategies.bounded(config.watermarks().bound().toMillis()),
                                "files")
                        .uid("files");
        SentinelJob.define(events, JobSettings.of(config, rules), sinks);
    }

    private static List<RuleSource> shipped() throws IOException {
        return RuleSources.of(SentinelConfig.defaults().rules(), null);
    }

    @Override
    public void check(JobExecutionResult result) {
        long counted = CountingSinks.count(result, CountingSinks.EVENTS);
        if (counted != lines) {
            throw new IllegalStateException(
                    "events are missing (got " + counted + "); one for each of " + lines);
        }
    }
}
