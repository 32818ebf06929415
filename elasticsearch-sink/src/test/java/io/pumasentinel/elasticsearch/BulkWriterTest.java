package io.pumasentinel.elasticsearch;

import static io.pumasentinel.elasticsearch.WriterBench.INDEX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.elasticsearch.ScriptedElasticsearch.Step.BreakAfterwards;
import io.pumasentinel.elasticsearch.ScriptedElasticsearch.Step.Refuse;
import io.pumasentinel.elasticsearch.ScriptedElasticsearch.Step.RefuseItems;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Refusals that pass, and replays. Counts are written, already written, retried, rejected,
 * dead-lettered, lost.
 */
@Timeout(60)
final class BulkWriterTest {

    private final WriterBench bench;

    BulkWriterTest() throws Exception {
        bench = new WriterBench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void writesEveryDocumentInBatches() throws Exception {
        bench.write("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).hasSize(10).contains(INDEX + "/0", INDEX + "/9");
        assertThat(bench.elasticsearch.source(INDEX, "3")).isEqualTo("{\"id\":\"3\"}");
        assertThat(bench.elasticsearch.requests()).containsExactly(8, 2);
        assertThat(bench.counts()).containsExactly(10L, 0L, 0L, 0L, 0L, 0L);
        assertThat(bench.task.waits()).isEmpty();
    }

    @Test
    void takesAConflictAsWritten() throws Exception {
        bench.write("a", "b");
        bench.settle();
        bench.write("b", "c");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).hasSize(3);
        assertThat(bench.counts()).containsExactly(3L, 1L, 0L, 0L, 0L, 0L);
    }

    @Test
    void neverReplacesAVersionByALowerOne() throws Exception {
        bench.writeVersion("alert", 2, "{\"status\":\"closed\"}");
        bench.settle();
        bench.writeVersion("alert", 1, "{\"status\":\"open\"}");
        bench.settle();

        assertThat(bench.elasticsearch.source(INDEX, "alert")).contains("closed");
        assertThat(bench.counts()).containsExactly(1L, 1L, 0L, 0L, 0L, 0L);
    }

    @Test
    void waitsLongerAfterEveryRefusalForOverload() throws Exception {
        bench.elasticsearch.next(
                new Refuse(429, ""), new Refuse(429, ""), new Refuse(503, ""), new Refuse(500, ""));
        bench.write("a", "b");
        bench.settle();

        assertThat(bench.task.waits())
                .containsExactly(millis(100), millis(200), millis(400), millis(800));
        assertThat(bench.elasticsearch.ids()).hasSize(2);
        assertThat(bench.counts()).containsExactly(2L, 0L, 8L, 0L, 0L, 0L);
    }

    @Test
    void beginsWithTheShortestWaitAgainAfterASuccess() throws Exception {
        bench.elasticsearch.next(new Refuse(429, ""), new Refuse(429, ""));
        bench.write("a");
        bench.settle();
        bench.elasticsearch.next(new Refuse(429, ""));
        bench.write("b");
        bench.settle();

        assertThat(bench.task.waits()).containsExactly(millis(100), millis(200), millis(100));
    }

    @Test
    void neverWaitsLongerThanTheLimit() throws Exception {
        bench.elasticsearch.next(
                Collections.nCopies(12, new Refuse(502, "<html>proxy</html>"))
                        .toArray(Refuse[]::new));
        bench.write("a");
        bench.settle();

        assertThat(bench.task.waits()).hasSize(12).endsWith(millis(2_000), millis(2_000));
        assertThat(Collections.max(bench.task.waits())).isEqualTo(millis(2_000));
    }

    @Test
    void triesOnlyTheRefusedItemsAgain() throws Exception {
        bench.elasticsearch.next(
                new RefuseItems("busy", 429, "es_rejected_execution_exception"),
                new RefuseItems("busy", 503, "unavailable_shards_exception"));
        bench.write("a", "busy1", "b", "busy2");
        bench.settle();

        assertThat(bench.elasticsearch.requests()).containsExactly(4, 2, 2);
        assertThat(bench.elasticsearch.ids()).hasSize(4);
        assertThat(bench.counts()).containsExactly(4L, 0L, 4L, 0L, 0L, 0L);
    }

    @Test
    void outlastsAnElasticsearchThatIsDown() throws Exception {
        bench.elasticsearch.down();
        AtomicInteger waits = new AtomicInteger();
        bench.task.onWait(
                () -> {
                    if (waits.incrementAndGet() == 3) {
                        bench.elasticsearch.up();
                    }
                });
        bench.write("a", "b");
        bench.settle();

        assertThat(bench.task.waits()).containsExactly(millis(100), millis(200), millis(400));
        assertThat(bench.elasticsearch.ids()).hasSize(2);
        assertThat(bench.counts()).containsExactly(2L, 0L, 6L, 0L, 0L, 0L);
    }

    @Test
    void doublesNothingWhenAnAnswerIsLost() throws Exception {
        bench.elasticsearch.next(new BreakAfterwards());
        bench.write("a", "b");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).hasSize(2);
        assertThat(bench.counts()).containsExactly(0L, 2L, 2L, 0L, 0L, 0L);
    }

    @Test
    void triesAgainWhenTheAnswerIsNotABulkAnswer() throws Exception {
        bench.elasticsearch.next(new Refuse(200, "{\"errors\":true,\"items\":[]}"));
        bench.elasticsearch.next(new Refuse(200, "<html>"));
        bench.write("a");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).hasSize(1);
        assertThat(bench.counts()).containsExactly(1L, 0L, 2L, 0L, 0L, 0L);
    }

    @Test
    void throwsNoDocumentsAwayForMissingPrivileges() throws Exception {
        bench.elasticsearch.next(
                new Refuse(401, ""),
                new Refuse(403, ""),
                new RefuseItems("a", 403, "security_exception"));
        bench.write("a");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).containsExactly(INDEX + "/a");
        assertThat(bench.counts()).containsExactly(1L, 0L, 3L, 0L, 0L, 0L);
    }

    @Test
    void failsTheJobWhenNothingIsTakenForTooLong() throws Exception {
        bench.elasticsearch.next(
                Collections.nCopies(100, new Refuse(503, "")).toArray(Refuse[]::new));
        bench.write("a");

        assertThatThrownBy(bench::settle)
                .hasRootCauseMessage(
                        "Elasticsearch has taken nothing for PT1M1.1S (last: 503 ); the job"
                                + " restarts from its last checkpoint");
    }

    @Test
    void keepsWhatWasNotTakenInItsCheckpoint() throws Exception {
        bench.elasticsearch.next(new Refuse(503, ""));
        bench.write("a", "b", "c", "d", "e", "f", "g", "h", "i");
        bench.writer.flush(false);
        List<BufferedRequestState<PendingOperation>> state =
                roundTrip(bench.writer.snapshotState(1));
        assertThat(state).hasSize(1);
        assertThat(state.get(0).getBufferedRequestEntries()).hasSize(1);

        bench.restore(state);
        bench.settle();

        assertThat(bench.elasticsearch.ids()).hasSize(9);
    }

    private static List<BufferedRequestState<PendingOperation>> roundTrip(
            List<BufferedRequestState<PendingOperation>> states) throws Exception {
        PendingOperationSerializer serializer = new PendingOperationSerializer();
        byte[] stored = serializer.serialize(states.get(0));
        return List.of(serializer.deserialize(serializer.getVersion(), stored));
    }

    private static Duration millis(long value) {
        return Duration.ofMillis(value);
    }
}
