package io.pumasentinel.cli.demo;

import io.pumasentinel.cli.local.LocalFlink;
import io.pumasentinel.event.EventKind;
import io.pumasentinel.job.LiveJob;
import io.pumasentinel.job.RuleSources;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.score.EventCounts;
import io.pumasentinel.job.score.SignInCounts;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.job.source.IngestProgress;
import io.pumasentinel.sigma.InvalidRules;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main job on the demo's stack: submits it, feeds it, and knows when it has seen all. */
public final class Demo {
    private static final int PARALLELISM = 2;
    private static final long POLL_MILLIS = 300;

    /** Behind the last event: its window, the watermark's bound, and some. */
    private static final long SETTLED_MILLIS = 20_000;

    private final JobClient job;
    private final FlinkWatermarks watermarks;
    private final long lines;

    private Demo(JobClient job, FlinkWatermarks watermarks, long lines) {
        this.job = job;
        this.watermarks = watermarks;
        this.lines = lines;
    }

    /**
     * Submits the job.
     *
     * @param flinkPort a free port for Flink's web page
     */
    public static Demo submit(DemoStack stack, int flinkPort) throws IOException, InvalidRules {
        SentinelConfig config = DemoConfig.of(stack.bootstrapServers(), stack.elasticsearch());
        List<RuleSource> rules = RuleSources.of(config.rules(), null);
        StreamExecutionEnvironment environment =
                LocalFlink.withWebPage(PARALLELISM, flinkPort, LiveJob.configuration(config));
        LiveJob.define(
                environment,
                config,
                rules,
                DemoConfig.RATE,
                new ConsoleAlerts(new LiveSinks(config)));
        try {
            JobClient job = environment.executeAsync("puma-sentinel demo");
            String rest = "http://127.0.0.1:" + flinkPort;
            return new Demo(
                    job, new FlinkWatermarks(rest, job.getJobID().toHexString()), totalLines());
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the job was not accepted", e);
        }
    }

    /** Lines of all files together. */
    public static long totalLines() throws IOException {
        long total = 0;
        for (Capture file : Capture.files()) {
            total += file.lines();
        }
        return total;
    }

    /** How many lines there are to read. */
    public long lines() {
        return lines;
    }

    /**
     * Waits until every line was read and event time has passed the last one by a window and more.
     *
     * @param progress is told now and then how far reading has come
     * @throws IOException if the job fails
     */
    public void awaitEnd(Consumer<IngestProgress> progress)
            throws IOException, InterruptedException {
        while (true) {
            IngestProgress now = IngestProgress.of(accumulators());
            progress.accept(now);
            if (now.lines() >= lines
                    && watermarks.lowestMillis() >= now.latestMillis() + SETTLED_MILLIS) {
                return;
            }
            failIfEnded();
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** Events that were scored, of one kind. */
    public long events(EventKind kind) throws InterruptedException {
        return accumulators().get(EventCounts.name(kind)) instanceof Long count ? count : 0;
    }

    /** Sign-ins among the events. */
    public SignInCounts signIns() throws InterruptedException {
        return SignInCounts.of(accumulators());
    }

    /**
     * Waits until the sinks have written everything that they hold: a savepoint makes them.
     *
     * @param folder where the savepoint goes
     * @param stop whether the job ends with it
     */
    public void flush(String folder, boolean stop) throws IOException, InterruptedException {
        try {
            CompletableFuture<String> savepoint =
                    stop
                            ? job.stopWithSavepoint(false, folder, SavepointFormatType.CANONICAL)
                            : job.triggerSavepoint(folder, SavepointFormatType.CANONICAL);
            savepoint.get(2, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the job's savepoint failed", e);
        }
    }

    /** Ends the job without ceremony; what it had not written comes again at the next start. */
    public void cancel() {
        job.cancel().orTimeout(20, TimeUnit.SECONDS).exceptionally(failed -> null).join();
    }

    private Map<String, Object> accumulators() throws InterruptedException {
        try {
            return job.getAccumulators().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Map.of(); // the job is starting or ending; asked again soon
        }
    }

    private void failIfEnded() throws IOException, InterruptedException {
        try {
            if (job.getJobStatus().get(10, TimeUnit.SECONDS).isGloballyTerminalState()) {
                job.getJobExecutionResult().get(10, TimeUnit.SECONDS);
                throw new IOException("the job ended before the replay did");
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the job failed", e);
        }
    }
}
