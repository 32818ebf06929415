package io.pumasentinel.job.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Files read by a job on a real (small) cluster. */
class MergedFilesIT {

    @RegisterExtension
    private static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    @TempDir private Path folder = Path.of("");

    @Test
    void readsTwoBigFilesInEventTimeOrderWithoutALateEvent() throws Exception {
        List<FileInput> files = List.of(bigFile("a.log", 1), bigFile("b.log", 2));
        List<Tuple3<String, Long, Boolean>> read = read(files);
        assertThat(read).hasSize(60_000);
        assertThat(read).extracting(event -> event.f1).isSorted();
        assertThat(read).extracting(event -> event.f2).containsOnly(false);
    }

    @Test
    void readsACaptureOfARealServerWithoutALateEvent() throws Exception {
        List<FileInput> files = List.of(capture("access.log.gz"), capture("stderr.log.gz"));
        List<Tuple3<String, Long, Boolean>> read = read(files);
        assertThat(read).hasSizeGreaterThan(8_827 + 90);
        assertThat(read).extracting(event -> event.f2).containsOnly(false);
        assertThat(read)
                .extracting(event -> event.f1)
                .allMatch(millis -> millis > 1_700_000_000_000L);
        for (FileInput file : files) {
            assertThat(read)
                    .filteredOn(event -> event.f0.startsWith(file.path() + "#"))
                    .isNotEmpty();
        }
    }

    private static List<Tuple3<String, Long, Boolean>> read(List<FileInput> files)
            throws Exception {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        return environment
                .fromSource(
                        new MergedFileSource(files, IngestSettings.defaults()),
                        WatermarkStrategies.bounded(5_000),
                        "files")
                .uid("files")
                .setParallelism(1)
                .process(new Lateness())
                .uid("lateness")
                .setParallelism(1)
                .executeAndCollect(1_000_000);
    }

    private FileInput bigFile(String name, int seed) throws IOException {
        var random = new Random(seed);
        var seconds = new ArrayList<Integer>();
        for (int i = 0; i < 30_000; i++) {
            seconds.add(random.nextInt(50_000));
        }
        Collections.sort(seconds);
        List<String> lines = seconds.stream().map(s -> PumaLines.access(s, "/")).toList();
        Path path = Files.write(folder.resolve(name), lines);
        return new FileInput(path.toString(), "shop", "web-1");
    }

    private FileInput capture(String name) throws IOException {
        Path path = folder.resolve(name);
        try (InputStream in = MergedFilesIT.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            if (in != null) {
                Files.copy(in, path);
            }
        }
        return new FileInput(path.toString(), "shop", "web-1");
    }

    /** Position, event time and whether the event came at or behind the watermark. */
    private static final class Lateness
            extends ProcessFunction<PumaEvent, Tuple3<String, Long, Boolean>> {

        private static final long serialVersionUID = 1L;

        @Override
        public void processElement(
                PumaEvent event, Context context, Collector<Tuple3<String, Long, Boolean>> out) {
            if (ReadMark.is(event)) {
                return;
            }
            boolean late = event.timestampMillis() <= context.timerService().currentWatermark();
            out.collect(Tuple3.of(event.position().id(), event.timestampMillis(), late));
        }
    }
}
