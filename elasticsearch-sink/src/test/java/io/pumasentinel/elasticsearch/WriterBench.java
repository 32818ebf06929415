package io.pumasentinel.elasticsearch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** A writer between a scripted task and a scripted Elasticsearch. */
final class WriterBench implements AutoCloseable {

    static final String INDEX = "logs-x-2026.11.21";
    static final String DEAD = "logs-dead";

    private static final SinkWriter.Context CONTEXT =
            new SinkWriter.Context() {
                @Override
                public long currentWatermark() {
                    return 0;
                }

                @Override
                public Long timestamp() {
                    return 0L;
                }
            };

    final ScriptedElasticsearch elasticsearch = new ScriptedElasticsearch();
    final ScriptedTask task = new ScriptedTask();
    BulkWriter writer;

    WriterBench() throws IOException {
        writer = open(List.of());
    }

    /** Continues as a new writer from another one's state. */
    void restore(Collection<BufferedRequestState<PendingOperation>> state) throws IOException {
        writer.close();
        writer = open(state);
    }

    private BulkWriter open(Collection<BufferedRequestState<PendingOperation>> state)
            throws IOException {
        SinkLimits limits =
                new SinkLimits(
                        8,
                        5L << 20,
                        1,
                        Duration.ofDays(1),
                        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(2)),
                        Duration.ofMinutes(1));
        return new BulkWriter(
                task,
                limits,
                WriterBench::deadLetter,
                ElasticsearchConnection.to(elasticsearch.url()).open(1),
                state);
    }

    private static Optional<BulkOperation> deadLetter(
            BulkOperation rejected, int status, String reason) {
        if (rejected.id().startsWith("hopeless")) {
            return Optional.empty();
        }
        boolean poison = rejected.id().startsWith("doubly");
        String json =
                "{\"status\":"
                        + status
                        + ",\"reason\":\""
                        + reason
                        + (poison ? "poison" : "")
                        + "\"}";
        return Optional.of(
                BulkOperation.create(DEAD, rejected.id(), json.getBytes(StandardCharsets.UTF_8)));
    }

    void write(String... ids) throws Exception {
        for (String id : ids) {
            writeJson(id, "{\"id\":\"" + id + "\"}");
        }
    }

    void writeJson(String id, String json) throws Exception {
        writer.write(
                BulkOperation.create(INDEX, id, json.getBytes(StandardCharsets.UTF_8)), CONTEXT);
    }

    void writeVersion(String id, long version, String json) throws Exception {
        writer.write(
                BulkOperation.indexVersioned(
                        INDEX, id, version, json.getBytes(StandardCharsets.UTF_8)),
                CONTEXT);
    }

    /** Waits until everything is settled. */
    void settle() throws Exception {
        writer.flush(true);
    }

    /** written, alreadyWritten, retried, rejected, deadLettered, lost. */
    List<Long> counts() {
        SinkCounters counters = writer.counters();
        return List.of(
                counters.written().getCount(),
                counters.alreadyWritten().getCount(),
                counters.retried().getCount(),
                counters.rejected().getCount(),
                counters.deadLettered().getCount(),
                counters.lost().getCount());
    }

    @Override
    public void close() {
        writer.close();
        elasticsearch.close();
    }
}
