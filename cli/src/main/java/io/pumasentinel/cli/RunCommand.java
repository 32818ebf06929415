package io.pumasentinel.cli;

import io.pumasentinel.cli.local.FreePort;
import io.pumasentinel.cli.local.LatestCheckpoint;
import io.pumasentinel.cli.local.LocalFlink;
import io.pumasentinel.elasticsearch.IndexReadiness;
import io.pumasentinel.job.LiveJob;
import io.pumasentinel.job.config.SecretFiles;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.Connections;
import io.pumasentinel.job.sink.LiveSinks;
import io.pumasentinel.sigma.RuleSource;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the job in this process, against a real Kafka and a real Elasticsearch. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the job in this process against the Kafka and Elasticsearch of a configuration.",
            "With checkpoints.folder set, a later start goes on where this one stopped."
        })
final class RunCommand implements Callable<Integer> {
    private static final int PARALLELISM = 2;
    private static final int FLINK_PORT = 8081;
    private static final int WATCH_SECONDS = 60;
    private static final Duration NODE_PATIENCE = Duration.ofMinutes(1);

    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "F", required = true, description = "Configuration.")
    private Path config;

    @SuppressWarnings("NullAway.Init") // picocli injects
    RunCommand() {}

    @Override
    public Integer call() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        SentinelConfig settings = Configured.live(config);
        SecretFiles.warnings(settings).forEach(warning -> err.println("warning: " + warning));
        List<RuleSource> rules = Configured.rules(settings, null, err);
        IndexReadiness.ensure(Connections.of(settings.elasticsearch()), NODE_PATIENCE)
                .shortcomings()
                .forEach(remark -> err.println("Elasticsearch: " + remark));
        int port = FreePort.near(FLINK_PORT);
        StreamExecutionEnvironment environment =
                LocalFlink.withWebPage(PARALLELISM, port, configuration(settings, err));
        LiveJob.define(environment, settings, rules, 1, new LiveSinks(settings));
        JobClient job = environment.executeAsync("puma-sentinel run");
        err.println("puma-sentinel: running, Flink at http://127.0.0.1:" + port + "; Ctrl-C ends");
        err.flush();
        OnInterrupt.run(() -> job.cancel().join());
        return await(job, err);
    }

    private static Configuration configuration(SentinelConfig settings, PrintWriter err)
            throws Exception {
        Configuration flink = LiveJob.configuration(settings);
        String folder = settings.checkpoints().folder();
        Optional<String> latest = folder == null ? Optional.empty() : LatestCheckpoint.in(folder);
        latest.ifPresent(
                checkpoint -> {
                    flink.set(StateRecoveryOptions.SAVEPOINT_PATH, checkpoint);
                    err.println("puma-sentinel: going on from " + checkpoint);
                });
        return flink;
    }

    private static int await(JobClient job, PrintWriter err) throws Exception {
        SignInWatch signIns = new SignInWatch(job, err);
        try {
            while (true) {
                try {
                    job.getJobExecutionResult().get(WATCH_SECONDS, TimeUnit.SECONDS);
                    return 0;
                } catch (TimeoutException stillRunning) {
                    signIns.look();
                }
            }
        } catch (CancellationException e) {
            return 0;
        } catch (ExecutionException | CompletionException e) {
            if (RootCause.isCancellation(e)) {
                return 0;
            }
            throw Refusal.failed("the job failed: " + RootCause.of(e));
        }
    }
}
