package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.AuthSettings;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Source and placing through a failure, and what a caller sees of their progress. */
class MergedFilesRestartIT {

    private static final int LINES = 15_000;

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir private Path folder = Path.of("");

    @Test
    void goesOnAfterAFailureWithTheSameEventsInTheSameOrder() throws Exception {
        List<FileInput> files = List.of(file("a.log", 1), file("b.log", 2));
        List<Tuple3<String, String, Integer>> whole = read(files, false);
        List<Tuple3<String, String, Integer>> restarted = read(files, true);
        assertThat(restarted).extracting(event -> event.f2).contains(0, 1);
        assertThat(restarted)
                .extracting(event -> event.f0 + event.f1)
                .isEqualTo(whole.stream().map(event -> event.f0 + event.f1).toList());
    }

    @Test
    void tellsACallerHowManyLinesAndBytesWereRead() throws Exception {
        List<FileInput> files = List.of(file("a.log", 1), file("b.log", 2));
        StreamExecutionEnvironment environment = environment();
        placed(environment, files).sinkTo(new DiscardingSink<>()).uid("discard");
        IngestProgress progress =
                IngestProgress.of(environment.execute().getAllAccumulatorResults());
        assertThat(progress.lines()).isEqualTo(2 * LINES);
        assertThat(progress.events()).isEqualTo(2 * LINES);
        assertThat(progress.lateEvents()).isZero();
        assertThat(progress.bytes())
                .isEqualTo(
                        Files.size(Path.of(files.get(0).path()))
                                + Files.size(Path.of(files.get(1).path())));
    }

    private static List<Tuple3<String, String, Integer>> read(
            List<FileInput> files, boolean failing) throws Exception {
        return placed(environment(), files)
                .map(new Attempt(failing))
                .uid("attempt")
                .setParallelism(1)
                .executeAndCollect(1_000_000);
    }

    private static SingleOutputStreamOperator<PumaEvent> placed(
            StreamExecutionEnvironment environment, List<FileInput> files) {
        return environment
                .fromSource(
                        new MergedFileSource(files, IngestSettings.defaults()),
                        WatermarkStrategies.bounded(5_000),
                        "files")
                .uid("files")
                .setParallelism(1)
                .transform(
                        "place",
                        TypeInformation.of(PumaEvent.class),
                        new PlaceOperator(
                                PlaceOperator.DEFAULT_MAX_ENDPOINTS, AuthSettings.defaults()))
                .uid("place")
                .setParallelism(1);
    }

    private static StreamExecutionEnvironment environment() {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(20));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
        return StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    }

    private FileInput file(String name, int seed) throws IOException {
        var random = new Random(seed);
        var lines = new ArrayList<String>();
        for (int i = 0; i < LINES; i++) {
            int status = random.nextInt(200) == 0 ? 200 : 404;
            lines.add(PumaLines.access(i / 3, "/page" + random.nextInt(300), status));
        }
        Path path = Files.write(folder.resolve(name), lines);
        return new FileInput(path.toString(), "shop", "web-1");
    }

    /** Position, endpoint and attempt; the first attempt is paced and fails after a checkpoint. */
    private static final class Attempt
            extends RichMapFunction<PumaEvent, Tuple3<String, String, Integer>>
            implements CheckpointListener {

        private static final long serialVersionUID = 1L;
        private static final int PACE = 50;

        private final boolean failing;
        private transient int attempt;
        private transient int seen;

        Attempt(boolean failing) {
            this.failing = failing;
        }

        @Override
        public void open(OpenContext context) {
            attempt = getRuntimeContext().getTaskInfo().getAttemptNumber();
        }

        @Override
        public Tuple3<String, String, Integer> map(PumaEvent event) throws Exception {
            if (++seen % PACE == 0 && failing && attempt == 0) {
                Thread.sleep(1);
            }
            String endpoint = Objects.requireNonNull(event.access()).endpoint();
            return Tuple3.of(event.position().id(), endpoint, attempt);
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            if (failing && attempt == 0 && seen > LINES / 10) {
                throw new IllegalStateException("fails once, on purpose");
            }
        }
    }
}
