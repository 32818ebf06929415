package io.pumasentinel.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.cli.local.FreePort;
import io.pumasentinel.cli.local.KafkaBroker;
import io.pumasentinel.cli.local.LocalFlink;
import io.pumasentinel.job.JobSettings;
import io.pumasentinel.job.LiveJob;
import io.pumasentinel.job.RuleSources;
import io.pumasentinel.job.SentinelJob;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.job.source.IngestProgress;
import io.pumasentinel.job.source.LineFormat;
import io.pumasentinel.job.source.MergedFileSource;
import io.pumasentinel.job.source.WatermarkStrategies;
import io.pumasentinel.sigma.RuleSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same lines through Kafka, as they come from live servers, and from files, as {@code analyze}
 * and {@code backtest} read them.
 */
class ReplayedTrafficIT {
    private static final long SETTLED_MILLIS = 20_000;
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration WINDOW = Duration.ofSeconds(10);

    @Test
    void givesTheSameWindowsFindingsAndAlertsFromFilesAsFromKafka(@TempDir Path folder)
            throws Exception {
        WholeResults live = new WholeResults(Files.createDirectory(folder.resolve("live")));
        WholeResults files = new WholeResults(Files.createDirectory(folder.resolve("files")));
        Instant last;
        try (KafkaBroker kafka = KafkaBroker.start(folder.resolve("kafka"), 0)) {
            last = runLive(kafka.bootstrapServers(), live, folder);
        }
        runOverFiles(files, folder);
        assertThat(live.sorted("letters")).isEqualTo(files.sorted("letters"));
        Instant open = last.minus(BOUND).minus(WINDOW);
        assertThat(closed(live, open)).hasSizeGreaterThan(2_000);
        assertThat(closed(live, open)).isEqualTo(closed(files, open));
        assertThat(live.sorted("windows")).hasSameSizeAs(files.sorted("windows"));
        assertThat(live.sorted("findings")).hasSizeGreaterThan(100);
        assertThat(live.sorted("findings")).isEqualTo(files.sorted("findings"));
        assertThat(told(files)).hasSizeGreaterThan(20);
        assertThat(told(live)).isEqualTo(told(files));
    }

    /**
     * Windows that the watermark closed in both. Files end, and what is open then is written, but
     * not judged, because nobody knows what was still to come; live traffic goes on.
     */
    private static List<String> closed(WholeResults results, Instant open) throws IOException {
        return results.sorted("windows").stream()
                .filter(window -> Instant.parse(window.substring(15, 39)).isBefore(open))
                .toList();
    }

    /**
     * Every version of every alert. After the last line of the replay event time goes on with the
     * clock, and how long the machine takes to stop decides whether incidents close.
     */
    private static List<String> told(WholeResults results) throws IOException {
        return results.sorted("alerts").stream()
                .filter(alert -> !alert.contains("\"status\":\"closed\""))
                .toList();
    }

    /** Gives the time of the last event. */
    private static Instant runLive(String bootstrapServers, WholeResults results, Path folder)
            throws Exception {
        Replay replay = new Replay(bootstrapServers);
        replay.createTopics();
        replay.run();
        SentinelConfig config =
                DemoConfig.of(bootstrapServers, DemoConfig.elasticsearch("http://127.0.0.1:9"));
        int port = FreePort.near(0);
        StreamExecutionEnvironment environment =
                LocalFlink.withWebPage(2, port, LiveJob.configuration(config));
        LiveJob.define(environment, config, rules(config), DemoConfig.RATE, results);
        JobClient job = environment.executeAsync("live");
        Instant last =
                awaitEnd(
                        job,
                        new FlinkWatermarks(
                                "http://127.0.0.1:" + port, job.getJobID().toHexString()));
        job.stopWithSavepoint(
                        false,
                        folder.resolve("savepoint").toUri().toString(),
                        SavepointFormatType.CANONICAL)
                .get(1, TimeUnit.MINUTES);
        return last;
    }

    private static Instant awaitEnd(JobClient job, FlinkWatermarks watermarks) throws Exception {
        long lines = Demo.totalLines();
        while (true) {
            IngestProgress read = IngestProgress.of(job.getAccumulators().get());
            if (read.lines() >= lines
                    && watermarks.lowestMillis() >= read.latestMillis() + SETTLED_MILLIS) {
                return Instant.ofEpochMilli(read.latestMillis());
            }
            assertThat(job.getJobStatus().get().isGloballyTerminalState()).isFalse();
            Thread.sleep(200);
        }
    }

    /** Named like the topics, so that the order within a second is the same. */
    private static void runOverFiles(WholeResults results, Path folder) throws Exception {
        SentinelConfig config = SentinelConfig.defaults();
        List<FileInput> inputs = new ArrayList<>();
        for (Capture capture : Capture.files()) {
            Path file = folder.resolve(capture.topic() + "-0");
            try (InputStream lines = capture.open()) {
                Files.copy(lines, file);
            }
            inputs.add(
                    new FileInput(file.toString(), Capture.SERVICE, Capture.HOST, LineFormat.AUTO));
        }
        StreamExecutionEnvironment environment = LocalFlink.quiet(1);
        SentinelJob.define(
                environment
                        .fromSource(
                                new MergedFileSource(inputs, config.ingest().settings()),
                                WatermarkStrategies.bounded(config.watermarks().bound().toMillis()),
                                "files")
                        .uid("files"),
                JobSettings.of(config, rules(config)),
                results);
        environment.execute("files");
    }

    private static List<RuleSource> rules(SentinelConfig config) throws Exception {
        return RuleSources.of(config.rules(), null);
    }
}
