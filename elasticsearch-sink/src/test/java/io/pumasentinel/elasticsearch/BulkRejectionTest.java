package io.pumasentinel.elasticsearch;

import static io.pumasentinel.elasticsearch.WriterBench.DEAD;
import static io.pumasentinel.elasticsearch.WriterBench.INDEX;
import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.elasticsearch.ScriptedElasticsearch.Step.Refuse;
import io.pumasentinel.elasticsearch.ScriptedElasticsearch.Step.RefuseItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Documents that Elasticsearch never takes. Counts are written, already written, retried, rejected,
 * dead-lettered, lost.
 */
@Timeout(60)
final class BulkRejectionTest {

    private final WriterBench bench;

    BulkRejectionTest() throws Exception {
        bench = new WriterBench();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void writesADeadLetterForADocumentThatCannotBeIndexed() throws Exception {
        bench.write("a");
        bench.writeJson("bad", "{\"f\":\"poison\"}");
        bench.write("b");
        bench.settle();

        assertThat(bench.elasticsearch.ids())
                .containsExactly(DEAD + "/bad", INDEX + "/a", INDEX + "/b");
        assertThat(bench.elasticsearch.source(DEAD, "bad"))
                .contains("400", "document_parsing_exception: scripted; deeper");
        assertThat(bench.counts()).containsExactly(3L, 0L, 0L, 1L, 1L, 0L);
        assertThat(bench.task.waits()).isEmpty();
    }

    @Test
    void countsAsLostWhatNotEvenADeadLetterCanTell() throws Exception {
        bench.writeJson("doubly", "{\"f\":\"poison\"}");
        bench.writeJson("hopeless", "{\"f\":\"poison\"}");
        bench.write("a");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).containsExactly(INDEX + "/a");
        assertThat(bench.counts()).containsExactly(1L, 0L, 0L, 2L, 0L, 2L);
    }

    @Test
    void splitsABatchThatIsTooLarge() throws Exception {
        bench.elasticsearch.refuseAbove(220);
        bench.write("0", "1", "2", "3", "4", "5", "6", "7");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).hasSize(8);
        assertThat(bench.elasticsearch.requests()).containsExactly(8, 4, 2, 2, 4, 2, 2);
        assertThat(bench.counts()).containsExactly(8L, 0L, 0L, 0L, 0L, 0L);
    }

    @Test
    void deadLettersADocumentThatIsTooLargeByItself() throws Exception {
        bench.elasticsearch.refuseAbove(400);
        bench.write("a");
        bench.writeJson("big", "{\"f\":\"" + "x".repeat(500) + "\"}");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).containsExactly(DEAD + "/big", INDEX + "/a");
        assertThat(bench.elasticsearch.source(DEAD, "big")).contains("413");
    }

    @Test
    void doesNotEvenSendADocumentAboveTheLimit() throws Exception {
        bench.writeJson("huge", "{\"f\":\"" + "x".repeat(3 << 20) + "\"}");
        bench.settle();

        assertThat(bench.elasticsearch.ids()).containsExactly(DEAD + "/huge");
        assertThat(bench.elasticsearch.requests()).containsExactly(1);
        assertThat(bench.counts()).containsExactly(1L, 0L, 0L, 1L, 1L, 0L);
    }

    @Test
    void findsTheOperationForWhichAWholeRequestIsRefused() throws Exception {
        String malformed =
                "{\"error\":{\"type\":\"illegal_argument_exception\",\"reason\":\"bad\"}}";
        // Of 4: refused; the first half: refused, then its halves: taken, refused; second half.
        bench.elasticsearch.next(
                new Refuse(400, malformed),
                new Refuse(400, malformed),
                new RefuseItems("none", 0, ""),
                new Refuse(400, malformed));
        bench.write("a", "culprit", "b", "c");
        bench.settle();

        assertThat(bench.elasticsearch.ids())
                .containsExactly(DEAD + "/culprit", INDEX + "/a", INDEX + "/b", INDEX + "/c");
        assertThat(bench.elasticsearch.source(DEAD, "culprit"))
                .contains("illegal_argument_exception: bad");
        assertThat(bench.counts()).containsExactly(4L, 0L, 0L, 1L, 1L, 0L);
    }
}
