package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.elasticsearch.BulkOperation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RejectedDocumentsTest {
    private static final IndexNames NAMES = new IndexNames("my-team");

    @Test
    void goToTheDeadLettersOfTheirOwnDayUnderTheirOwnId() throws IOException {
        BulkOperation letter = letter("logs-puma.access-my-team-2026.11.21", "t-0-1", "{}");

        assertThat(letter.kind()).isEqualTo(BulkOperation.Kind.CREATE);
        assertThat(letter.index()).isEqualTo("logs-puma.dead_letter-my-team-2026.11.21");
        assertThat(letter.id()).isEqualTo("t-0-1");
        JsonNode document = WrittenDocuments.json(letter);
        assertThat(document.at("/@timestamp").asText()).isEqualTo("2026-11-21T00:00:00.000Z");
        assertThat(document.at("/event/reason").asText())
                .isEqualTo("rejected by elasticsearch: 400");
        assertThat(document.at("/event/original").asText()).isEqualTo("{}");
        assertThat(document.at("/error/message").asText()).isEqualTo("no such type");
    }

    @Test
    void alertsGoToTheFirstDayOfTheirMonth() {
        assertThat(letter("alerts-puma-my-team-2026.11", "a", "{}").index())
                .isEqualTo("logs-puma.dead_letter-my-team-2026.11.01");
    }

    @Test
    void ofADocumentOnlyItsBeginningIsKept() throws IOException {
        BulkOperation letter =
                letter("logs-puma.error-my-team-2026.11.21", "t-0-1", "😀x".repeat(9999));

        String original = WrittenDocuments.json(letter).at("/event/original").asText();
        assertThat(original).hasSizeBetween(4090, 4096).startsWith("😀x😀x");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(original)).isTrue();
    }

    @Test
    void neitherALineBreakNorAQuoteEscapes() throws IOException {
        BulkOperation letter = letter("logs-puma.error-x-2026.11.21", "i", "{\"a\":\"\\n\"}");

        assertThat(new String(letter.source(), StandardCharsets.UTF_8)).doesNotContain("\n");
        assertThat(WrittenDocuments.json(letter).at("/event/original").asText())
                .isEqualTo("{\"a\":\"\\n\"}");
    }

    @Test
    void oneDocumentMakesOneLetterHoweverOftenItIsRejected() {
        BulkOperation once = letter("logs-puma.access-x-2026.11.21", "i", "{}");
        BulkOperation again = letter("logs-puma.access-x-2026.11.21", "i", "{}");

        assertThat(again).usingRecursiveComparison().isEqualTo(once);
    }

    private static BulkOperation letter(String index, String id, String source) {
        BulkOperation rejected =
                BulkOperation.create(index, id, source.getBytes(StandardCharsets.UTF_8));
        return new RejectedDocuments(NAMES).deadLetter(rejected, 400, "no such type").orElseThrow();
    }
}
