package io.pumasentinel.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BulkOperationTest {

    @Test
    void becomesTwoLinesOfTheBody() {
        byte[] body =
                BulkBody.of(
                        List.of(
                                pending(BulkOperation.create("i", "t-0-\"7\\", json("{\"a\":1}"))),
                                pending(BulkOperation.indexVersioned("j", "x", 3, json("{}")))));

        assertThat(new String(body, StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {"create":{"_index":"i","_id":"t-0-\\"7\\\\"}}
                        {"a":1}
                        {"index":{"_index":"j","_id":"x","version_type":"external","version":3}}
                        {}
                        """);
    }

    @Test
    void keepsIdsOfAnyCharactersWhole() {
        String id = "p\u00e4th\u0001\n#".repeat(50);
        String body =
                new String(
                        BulkBody.of(List.of(pending(BulkOperation.create("i", id, json("{}"))))),
                        StandardCharsets.UTF_8);

        assertThat(body.lines()).hasSize(2);
        assertThat(body).contains("p\u00e4th\\u0001\\n#");
    }

    @Test
    void refusesASourceThatWouldBecomeAnotherAction() {
        byte[] forged = json("{}\n{\"delete\":{\"_index\":\"i\",\"_id\":\"1\"}}");

        assertThatThrownBy(() -> BulkOperation.create("i", "1", forged))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "bulk operation: wrong source (got a line break); allowed: JSON on one"
                                + " line");
    }

    @Test
    void refusesIdsThatElasticsearchRefuses() {
        assertThatThrownBy(() -> BulkOperation.create("i", "x".repeat(513), json("{}")))
                .hasMessageContaining("wrong id");
        assertThatThrownBy(() -> BulkOperation.create("i", "\u00e4".repeat(257), json("{}")))
                .hasMessageContaining("wrong id");
        assertThatThrownBy(() -> BulkOperation.indexVersioned("i", "x", 0, json("{}")))
                .hasMessageContaining("wrong version");
    }

    private static PendingOperation pending(BulkOperation operation) {
        return new PendingOperation(operation, false);
    }

    private static byte[] json(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
