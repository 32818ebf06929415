package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pumasentinel.elasticsearch.BulkOperation;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import io.pumasentinel.job.Golden;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DocumentsTest {

    static Stream<String> names() throws IOException {
        return WrittenDocuments.all().keySet().stream();
    }

    /** Which index, which id, which version, which fields: all that a reader can see. */
    @ParameterizedTest
    @MethodSource("names")
    void everyDocumentIsAsItsGoldenFileSays(String name) throws IOException {
        BulkOperation first = written(name).get(0);
        String body =
                WrittenDocuments.JSON
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(WrittenDocuments.json(first));
        Golden.check("documents/" + name + ".json", "// " + first + "\n" + body + "\n");
    }

    @Test
    void aTransitionIsAppendedBesideTheAlertAsItStands() throws IOException {
        List<BulkOperation> operations = written("alert-full");

        assertThat(operations).hasSize(2);
        assertThat(operations.get(0).kind()).isEqualTo(BulkOperation.Kind.INDEX_VERSIONED);
        assertThat(operations.get(1).kind()).isEqualTo(BulkOperation.Kind.CREATE);
        assertThat(operations.get(1).index()).isEqualTo("logs-puma.alert-test-2026.11.21");
        assertThat(operations.get(1).id()).isEqualTo("0123456789abcdef01234567-7");
        assertThat(operations.get(1).source()).isEqualTo(operations.get(0).source());
        assertThat(written("alert-sparse")).hasSize(1);
    }

    @Test
    void oneWriterKeepsDocumentsApart() {
        Documents documents = new Documents();
        byte[] request = documents.of(Examples.fullRequest());
        documents.of(Examples.sparseWindow());

        assertThat(documents.of(Examples.fullRequest())).isEqualTo(request);
    }

    @Test
    void anUnparsedLineHasNoEventDocument() {
        PumaEvent unparsed =
                PumaEvent.of(
                        new Origin("shop", "web-1", Examples.RECORD),
                        0,
                        new Unparsed("unrecognised", "x"));

        assertThatThrownBy(() -> new Documents().of(unparsed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("puma-access-3-4711");
    }

    private static List<BulkOperation> written(String name) throws IOException {
        List<BulkOperation> operations = WrittenDocuments.all().get(name);
        assertThat(operations).as(name).isNotNull();
        return operations == null ? List.of() : operations;
    }
}
