package io.pumasentinel.cli;

import io.pumasentinel.cli.local.LocalFlink;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.job.JobSettings;
import io.pumasentinel.job.JobSinks;
import io.pumasentinel.job.SentinelJob;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.FileSinks;
import io.pumasentinel.job.source.IngestProgress;
import io.pumasentinel.job.source.MergedFileSource;
import io.pumasentinel.job.source.WatermarkStrategies;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The whole job over files, in this process, bounded; its results are files in a folder. */
final class Analysis {
    private static final long POLL_MILLIS = 500;

    private final SentinelConfig config;
    private final List<RuleSource> rules;
    private final Path folder;

    Analysis(SentinelConfig config, List<RuleSource> rules, Path folder) {
        this.config = config;
        this.rules = rules;
        this.folder = folder;
    }

    /**
     * Runs to the end of the input and writes the results to the folder.
     *
     * @throws Refusal if the job failed, with its cause in a sentence
     */
    Counts run(AnalysisInput input, boolean withEvents, ProgressLine progress) throws Exception {
        return Counts.of(run(input, new FileSinks(folder, withEvents), progress));
    }

    /**
     * Runs to the end of the input into {@code sinks}.
     *
     * @return the job's accumulators
     * @throws Refusal if the job failed, with its cause in a sentence
     */
    Map<String, Object> run(AnalysisInput input, JobSinks sinks, ProgressLine progress)
            throws Exception {
        StreamExecutionEnvironment environment = LocalFlink.quiet(1);
        define(environment, input, sinks);
        JobClient job = environment.executeAsync("puma-sentinel analyze");
        CompletableFuture<JobExecutionResult> result = job.getJobExecutionResult();
        while (true) {
            try {
                Map<String, Object> end =
                        result.get(POLL_MILLIS, TimeUnit.MILLISECONDS).getAllAccumulatorResults();
                progress.clear();
                return end;
            } catch (TimeoutException stillRunning) {
                show(job, input, progress);
            } catch (ExecutionException e) {
                progress.clear();
                throw Refusal.failed("the analysis failed: " + RootCause.of(e));
            }
        }
    }

    private void define(StreamExecutionEnvironment environment, AnalysisInput input, JobSinks sinks)
            throws InvalidRules {
        DataStream<PumaEvent> lines =
                environment
                        .fromSource(
                                new MergedFileSource(input.files(), config.ingest().settings()),
                                WatermarkStrategies.bounded(config.watermarks().bound().toMillis()),
                                "files")
                        .uid("files");
        SentinelJob.define(lines, JobSettings.of(config, rules), sinks);
    }

    private static void show(JobClient job, AnalysisInput input, ProgressLine progress)
            throws InterruptedException {
        try {
            Map<String, Object> now = job.getAccumulators().get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            progress.show(text(Counts.of(now), IngestProgress.of(now).bytes(), input.sizeBytes()));
        } catch (ExecutionException | TimeoutException | IllegalStateException e) {
            // The cluster is starting or has just ended: the next look at the result tells.
        }
    }

    private static String text(Counts counts, long bytes, long size) {
        return size > 0
                ? String.format(
                        Locale.ROOT, "%3d %%, %,d lines", 100 * bytes / size, counts.lines())
                : String.format(Locale.ROOT, "%,d lines", counts.lines());
    }
}
