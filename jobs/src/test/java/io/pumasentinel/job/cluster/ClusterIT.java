package io.pumasentinel.job.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The job jar on a real cluster, fed with the capture. The disturbed run is stopped with a
 * savepoint and run again from it; then its TaskManager is killed with -9 and another takes over.
 * The calm run reads the same topics afterwards, undisturbed and as fast as it can.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClusterIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long HOUR_MILLIS = 3_600_000;
    private static final String REQUESTS = "logs-puma.access";

    private final List<CaptureFile> capture;
    private final int lines;
    private final ClusterUnderTest cluster;
    private final IndexedDocuments disturbed;
    private final IndexedDocuments calm;

    ClusterIT() throws Exception {
        capture = CaptureFile.all();
        lines = capture.stream().mapToInt(file -> file.lines().size()).sum();
        cluster = new ClusterUnderTest(Path.of("target", "cluster-it"), capture);
        disturbed = new IndexedDocuments(cluster.elasticsearch().url(), "disturbed");
        calm = new IndexedDocuments(cluster.elasticsearch().url(), "calm");
    }

    @BeforeAll
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void runTwice() throws Exception {
        ForkedJava taskManager = cluster.flink().startTaskManager();
        CaptureFeed feed = CaptureFeed.start(cluster.broker(), capture);
        String resumed = stopAndResume(feed);
        kill(taskManager, feed, resumed);
        finish(resumed);
        finish(submit("calm"));
    }

    @AfterAll
    void close() throws Exception {
        cluster.close();
    }

    @Test
    void indexesEveryRequestExactlyOnce() throws Exception {
        CaptureFile accessLog = capture.get(2);
        assertThat(disturbed.all(REQUESTS).keySet()).isEqualTo(accessLog.ids());
    }

    @Test
    void writesRequestsAsAnUndisturbedRunDoes() throws Exception {
        assertThat(Differences.of(withoutScores(calm), withoutScores(disturbed))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs-puma.error",
                "metrics-puma.stats",
                "metrics-puma.endpoint",
                "alerts-puma",
                "logs-puma.alert",
                "logs-puma.dead_letter"
            })
    void writesTheOtherDocumentsAsAnUndisturbedRunDoes(String stream) throws Exception {
        SortedMap<String, JsonNode> expected = ofTheCapture(calm, stream);
        if (!stream.equals("logs-puma.dead_letter")) {
            assertThat(expected).isNotEmpty();
        }
        assertThat(Differences.of(expected, ofTheCapture(disturbed, stream))).isEmpty();
    }

    private String submit(String namespace, String... options) throws Exception {
        Path config =
                JobConfigFile.write(
                        cluster.flink().folder(),
                        namespace,
                        cluster.broker(),
                        capture,
                        cluster.elasticsearch().url());
        List<String> all = new ArrayList<>(List.of("-p", "2"));
        all.addAll(List.of(options));
        String job = cluster.flink().run(JobJarIT.JAR, all, "--config", config.toString());
        await("the job " + namespace, job, () -> cluster.flink().rest().runs(job));
        return job;
    }

    private String stopAndResume(CaptureFeed feed) throws Exception {
        String first = submit("disturbed");
        feed.hurryTo(lines / 4);
        await("a quarter of the lines", first, () -> feed.sent() > lines / 4);
        await("the first requests", first, () -> disturbed.count(REQUESTS) > 0);
        String savepoint = cluster.flink().stop(first);
        return submit("disturbed", "-s", savepoint);
    }

    /** Half-way, when requests have been written that the checkpoint before does not know of. */
    private void kill(ForkedJava taskManager, CaptureFeed feed, String job) throws Exception {
        FlinkRest rest = cluster.flink().rest();
        feed.hurryTo(lines / 2);
        await("half of the lines", job, () -> feed.sent() > lines / 2);
        int checkpoints = rest.completedCheckpoints(job);
        await("a checkpoint", job, () -> rest.completedCheckpoints(job) > checkpoints);
        long written = disturbed.count(REQUESTS);
        await("requests after it", job, () -> disturbed.count(REQUESTS) > written);
        taskManager.kill();
        feed.hurryTo(lines);
        cluster.flink().startTaskManager();
        await("recovery", job, () -> rest.restarts(job) > 0 && rest.runs(job));
        feed.await(LIMIT);
    }

    /** Event time has passed all that the capture began; the savepoint makes all of it written. */
    private void finish(String job) throws Exception {
        FlinkRest rest = cluster.flink().rest();
        long end = endMillis();
        await("the end of the capture", job, () -> rest.lowestWatermarkMillis(job) > end);
        cluster.flink().stop(job);
    }

    private void await(String what, String job, Await.Condition condition) throws Exception {
        Await.until(what, LIMIT, () -> cluster.flink().rest().describe(job), condition);
    }

    private long endMillis() {
        return capture.stream().mapToLong(CaptureFile::endMillis).max().orElseThrow() + HOUR_MILLIS;
    }

    /** A request's own score may rest on an older version of the baseline. */
    private static SortedMap<String, JsonNode> withoutScores(IndexedDocuments documents)
            throws IOException, InterruptedException {
        SortedMap<String, JsonNode> requests = documents.all(REQUESTS);
        requests.values().forEach(request -> ((ObjectNode) request).remove("sentinel"));
        return requests;
    }

    /** Without those of the lines two hours later: when these end is up to the clock. */
    private SortedMap<String, JsonNode> ofTheCapture(IndexedDocuments documents, String stream)
            throws IOException, InterruptedException {
        SortedMap<String, JsonNode> all = documents.all(stream);
        Instant end = Instant.ofEpochMilli(endMillis());
        all.values()
                .removeIf(
                        document ->
                                Instant.parse(document.path("@timestamp").asText()).isAfter(end));
        return all;
    }
}
