package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on a MiniCluster against a real node. */
abstract class ElasticsearchSinkContract {

    abstract ServerUnderTest server();

    private static final int DOCUMENTS = 10_000;
    private static final int POISON_EVERY = 1_000;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private Path data;
    private ElasticsearchProcess node;
    private ElasticsearchConnection connection;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        data = folder.resolve("node");
        node = server().start(data, 0);
        connection = ElasticsearchConnection.to(node.url().toString());
        try (RestCalls calls = new RestCalls(connection.open(1))) {
            calls.call(
                            "PUT",
                            "/numbers",
                            "{\"mappings\":{\"dynamic\":false,\"properties\":{\"n\":{\"type\":"
                                    + "\"long\"}}}}")
                    .orThrow("create index");
        }
    }

    @AfterEach
    void stop() {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void writesEveryDocumentOnceHoweverOftenItComes() throws Exception {
        for (int replay = 0; replay < 3; replay++) {
            run(new Numbers(POISON_EVERY), number -> number, 2).get(2, TimeUnit.MINUTES);

            assertThat(count("numbers")).isEqualTo(DOCUMENTS - DOCUMENTS / POISON_EVERY);
            assertThat(count("dead")).isEqualTo(DOCUMENTS / POISON_EVERY);
        }
    }

    @Test
    void neverReplacesAVersionByALowerOne() throws Exception {
        run(new Versions(), number -> number, 2).get(2, TimeUnit.MINUTES);

        assertThat(count("numbers")).isEqualTo(100);
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection)) {
            assertThat(search.search("numbers", "{\"query\":{\"term\":{\"n\":99}},\"size\":0}"))
                    .contains("\"total\":{\"value\":100,");
        }
    }

    @Test
    void losesAndDoublesNothingWhenTheNodeIsKilled(@TempDir Path folder) throws Exception {
        Path restarted = folder.resolve("go-on");
        var end = run(new Numbers(Integer.MAX_VALUE), new WaitAt(5_000, restarted.toString()), 1);
        awaitCount("numbers", 4_000);

        int port = node.url().getPort();
        ProcessHandle killed = ProcessHandle.of(node.pid()).orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get(30, TimeUnit.SECONDS);
        Files.createFile(restarted);
        node = server().start(data, port);

        end.get(2, TimeUnit.MINUTES);
        assertThat(count("numbers")).isEqualTo(DOCUMENTS);
    }

    private CompletableFuture<?> run(
            DocumentConverter<Long> converter, MapFunction<Long, Long> gate, int parallelism)
            throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        environment.enableCheckpointing(300);
        environment
                .fromSequence(0, DOCUMENTS - 1)
                .uid("numbers")
                .map(gate)
                .returns(Types.LONG)
                .uid("gate")
                .sinkTo(
                        ElasticsearchSink.<Long>builder()
                                .connection(connection)
                                .converter(converter)
                                .rejected(new DeadIndex())
                                .batch(200, 5L << 20)
                                .linger(Duration.ofMillis(100))
                                .build())
                .uid("sink");
        JobClient job = environment.executeAsync();
        return job.getJobExecutionResult();
    }

    private long count(String index) throws IOException {
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection)) {
            search.refresh(index);
            return search.count(index);
        }
    }

    private void awaitCount(String index, long atLeast) throws Exception {
        for (int attempt = 0; count(index) < atLeast; attempt++) {
            assertThat(attempt).as("attempts to find %d documents", atLeast).isLessThan(600);
            Thread.sleep(50);
        }
    }

    /** One document for each number; every so many cannot be indexed. */
    private record Numbers(int poisonEvery) implements DocumentConverter<Long> {

        @Override
        public void convert(Long number, Consumer<BulkOperation> out) {
            boolean poison = number % poisonEvery == poisonEvery - 1;
            out.accept(
                    BulkOperation.create(
                            "numbers", "n" + number, json(poison ? "\"none\"" : "" + number)));
        }
    }

    /** The versions 1 to 100 of 100 documents, in an order that goes up and down. */
    private record Versions() implements DocumentConverter<Long> {

        @Override
        public void convert(Long number, Consumer<BulkOperation> out) {
            long version = number * 37 / 100 % 100;
            out.accept(
                    BulkOperation.indexVersioned(
                            "numbers", "n" + number % 100, version + 1, json("" + version)));
        }
    }

    private record DeadIndex() implements RejectionHandler {

        @Override
        public Optional<BulkOperation> deadLetter(
                BulkOperation rejected, int status, String reason) {
            return Optional.of(BulkOperation.create("dead", rejected.id(), json("" + status)));
        }
    }

    /** Holds the stream at a number until a file is there. */
    private record WaitAt(long number, String file) implements MapFunction<Long, Long> {

        @Override
        public Long map(Long value) throws Exception {
            while (value == number && !Files.exists(Path.of(file))) {
                Thread.sleep(20);
            }
            return value;
        }
    }

    private static byte[] json(String n) {
        return ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8);
    }
}
