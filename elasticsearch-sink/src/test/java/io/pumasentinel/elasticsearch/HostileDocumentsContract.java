package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What an attacker may put into a document changes no mapping and is not lost. */
abstract class HostileDocumentsContract {

    private static final int DOCUMENTS = 1_000;
    private static final String DAY = "2026.11.21";
    private static final String DEAD = "logs-puma.dead_letter-rejected-" + DAY;
    private static final List<String> STREAMS =
            List.of(
                    "logs-puma.access-hostile-" + DAY,
                    "logs-puma.error-hostile-" + DAY,
                    "metrics-puma.stats-hostile-" + DAY,
                    "metrics-puma.endpoint-hostile-" + DAY,
                    "metrics-puma.endpoint_hourly-hostile",
                    "alerts-puma-hostile-2026.11",
                    "logs-puma.alert-hostile-" + DAY,
                    "logs-puma.dead_letter-hostile-" + DAY);

    @RegisterExtension static final MiniClusterExtension CLUSTER = new MiniClusterExtension();

    abstract ServerUnderTest server();

    @Test
    void changeNoMappingAndAreIndexedOrDeadLettered(@TempDir Path folder) throws Exception {
        try (ElasticsearchProcess node = server().start(folder, 0)) {
            ElasticsearchConnection connection = ElasticsearchConnection.to(node.url().toString());
            IndexSetup.install(connection, Duration.ofSeconds(30));
            try (RestCalls calls = new RestCalls(connection.open(1))) {
                for (String stream : STREAMS) {
                    calls.call("PUT", "/" + stream, null).orThrow(stream);
                }
                calls.call("PUT", "/" + DEAD, null).orThrow(DEAD);
                Map<String, JsonNode> before = mappings(calls);

                write(connection);

                assertThat(mappings(calls)).isEqualTo(before);
            }
            countAll(connection);
        }
    }

    private static void countAll(ElasticsearchConnection connection) throws IOException {
        try (ElasticsearchSearch search = new ElasticsearchSearch(connection)) {
            search.refresh(String.join(",", STREAMS) + "," + DEAD);
            for (String stream : STREAMS) {
                long indexed = search.count(stream);
                long dead =
                        json(search.search(
                                        DEAD,
                                        "{\"size\":0,\"query\":{\"prefix\":"
                                                + "{\"event.reason\":\""
                                                + stream
                                                + "\"}}}"))
                                .at("/hits/total/value")
                                .asLong();
                assertThat(indexed + dead).as(stream).isEqualTo(DOCUMENTS);
                assertThat(indexed).as("indexed into " + stream).isPositive();
                assertThat(dead).as("dead letters of " + stream).isPositive();
            }
        }
    }

    private static void write(ElasticsearchConnection connection) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(1);
        environment.enableCheckpointing(500);
        environment
                .fromSequence(0, DOCUMENTS - 1)
                .sinkTo(
                        ElasticsearchSink.<Long>builder()
                                .connection(connection)
                                .converter(new ToEveryStream())
                                .rejected(new ByStream())
                                .batch(500, 5L << 20)
                                .linger(Duration.ofMillis(50))
                                .build());
        environment.executeAsync().getJobExecutionResult().get(3, TimeUnit.MINUTES);
    }

    private static Map<String, JsonNode> mappings(RestCalls calls) throws IOException {
        Map<String, JsonNode> mappings = new TreeMap<>();
        calls.call("GET", "/*puma*/_mapping", null)
                .orThrow("mappings")
                .json()
                .properties()
                .forEach(index -> mappings.put(index.getKey(), index.getValue()));
        assertThat(mappings).hasSize(STREAMS.size() + 1);
        return mappings;
    }

    private static JsonNode json(String answer) {
        return new RestCalls.Answer(200, answer).json();
    }

    private record ToEveryStream() implements DocumentConverter<Long> {

        @Override
        public void convert(Long number, Consumer<BulkOperation> out) {
            byte[] document = HostileDocuments.of(number).getBytes(StandardCharsets.UTF_8);
            for (String stream : STREAMS) {
                String id = "h" + number;
                out.accept(
                        stream.startsWith("alerts")
                                ? BulkOperation.indexVersioned(stream, id, 1, document)
                                : BulkOperation.create(stream, id, document));
            }
        }
    }

    /** A dead letter that tells the stream, so that the letters of each can be counted. */
    private record ByStream() implements RejectionHandler {

        @Override
        public Optional<BulkOperation> deadLetter(
                BulkOperation rejected, int status, String reason) {
            String letter =
                    "{\"@timestamp\":\"2026-11-21T00:00:00.000Z\",\"event\":{\"reason\":\""
                            + rejected.index()
                            + "\"}}";
            return Optional.of(
                    BulkOperation.create(
                            DEAD,
                            rejected.index() + rejected.id(),
                            letter.getBytes(StandardCharsets.UTF_8)));
        }
    }
}
