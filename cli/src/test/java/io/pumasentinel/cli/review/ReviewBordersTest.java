package io.pumasentinel.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.pumasentinel.cli.page.TemplateFields;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.job.sink.IndexNames;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Names that a review shares with what the job writes. */
class ReviewBordersTest {

    @Test
    void everyFieldIsOneOfTheDocumentsThatAreAskedForIt() throws IOException {
        assertThat(fields("logs-puma.access-*"))
                .contains("source.ip", "user.name", "user_agent.original", "puma.auth")
                .contains("puma.signals");
        assertThat(fields("logs-puma.error-*")).contains("error.type", "puma.endpoint");
        assertThat(fields("metrics-puma.endpoint-*"))
                .contains("sentinel.window.count", "sentinel.window.latency.p95")
                .contains("sentinel.window.errors_4xx", "sentinel.window.errors_5xx");
        assertThat(fields("logs-puma.dead_letter-*")).contains("event.reason", "host.name");
        for (Field field : Field.values()) {
            boolean known = false;
            for (DocumentStream stream : DocumentStream.values()) {
                known |= fields(stream.indices("ns").replace("-ns", "")).contains(field.path());
            }
            assertThat(known).as(field.path()).isTrue();
        }
    }

    @Test
    void looksWhereTheJobWrites() {
        IndexNames names = new IndexNames("ns");
        assertThat(names.access(0)).startsWith(start(DocumentStream.REQUESTS));
        assertThat(names.error(0)).startsWith(start(DocumentStream.ERRORS));
        assertThat(names.endpoint(0)).startsWith(start(DocumentStream.WINDOWS));
        assertThat(names.alert(0)).startsWith(start(DocumentStream.ALERTS));
        assertThat(names.deadLetter(0)).startsWith(start(DocumentStream.DEAD_LETTERS));
    }

    /** String constants are inlined, so the class files are searched. */
    @Test
    void onlyTheReadersOfDocumentsKnowTheirFields() throws IOException {
        Set<String> naming = new TreeSet<>();
        for (JavaClass type :
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.pumasentinel.cli.review")) {
            try (InputStream in = type.getSource().orElseThrow().getUri().toURL().openStream()) {
                String bytes = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
                if (bytes.contains("@timestamp") || bytes.contains("latency.p95")) {
                    naming.add(type.getSimpleName());
                }
            }
        }
        assertThat(naming).containsExactly("Field", "ReviewedAlert");
    }

    private static String start(DocumentStream stream) {
        return stream.indices("ns").replace("*", "");
    }

    private static Set<String> fields(String pattern) throws IOException {
        return TemplateFields.of(pattern).names();
    }
}
