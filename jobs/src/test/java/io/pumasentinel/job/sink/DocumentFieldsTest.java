package io.pumasentinel.job.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.pumasentinel.elasticsearch.BulkOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The templates are {@code dynamic: false}: a field that they do not name cannot be found. */
class DocumentFieldsTest {
    /** A pipeline notes the arrival, the transform sums up hours. */
    private static final Pattern WRITTEN_BY_ELASTICSEARCH =
            Pattern.compile("event\\.ingested|sentinel\\.hour\\..*");

    private static final Path SOURCES =
            Path.of("src", "main", "java", "io", "pumasentinel", "job", "sink");

    @Test
    void everyFieldOfEveryDocumentIsInTheTemplateOfItsIndexWithASuitableType() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<BulkOperation>> written : WrittenDocuments.all().entrySet()) {
            for (BulkOperation operation : written.getValue()) {
                IndexFields fields = IndexFields.of(operation.index());
                BiConsumer<String, JsonNode> check =
                        (name, value) -> {
                            String type = fields.typeOf(name);
                            if (!IndexFields.suits(type, value)) {
                                wrong.add(operation.index() + ": " + name + " is " + type);
                            }
                        };
                leaves("", WrittenDocuments.json(operation), check);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFieldOfEveryTemplateIsInSomeDocument() throws IOException {
        Set<String> written = new TreeSet<>();
        for (List<BulkOperation> operations : WrittenDocuments.all().values()) {
            for (BulkOperation operation : operations) {
                leaves("", WrittenDocuments.json(operation), (name, value) -> written.add(name));
            }
        }
        Set<String> unwritten = new TreeSet<>();
        for (IndexFields fields : IndexFields.all().values()) {
            fields.types()
                    .forEach(
                            (name, type) -> {
                                if (!type.equals(IndexFields.STORED) && !written.contains(name)) {
                                    unwritten.add(name);
                                }
                            });
        }
        assertThat(unwritten)
                .as("fields without a writer, but for those that Elasticsearch itself writes")
                .allMatch(name -> WRITTEN_BY_ELASTICSEARCH.matcher(name).matches())
                .contains("event.ingested", "sentinel.hour.count");
    }

    @Test
    void theTransformWritesEveryFieldOfAnHour() throws IOException {
        Path file =
                Path.of("..", "deploy", "elasticsearch")
                        .resolve("transform-puma-sentinel-endpoint-hourly.json");
        JsonNode pivot = WrittenDocuments.JSON.readTree(Files.readAllBytes(file)).path("pivot");
        Map<String, String> hour = IndexFields.of("metrics-puma.endpoint_hourly-x").types();
        Map<String, String> window = IndexFields.of("metrics-puma.endpoint-x").types();

        Set<String> written = new TreeSet<>();
        pivot.path("aggregations").fieldNames().forEachRemaining(written::add);
        assertThat(hour.keySet().stream().filter(name -> name.startsWith("sentinel.hour.")))
                .containsExactlyInAnyOrderElementsOf(written);
        pivot.path("group_by").fieldNames().forEachRemaining(written::add);
        assertThat(hour.keySet()).containsAll(written);
        assertThat(window.keySet()).containsAll(pivot.findValuesAsText("field"));
    }

    @Test
    void theExamplesShowEveryFieldThatTheSourcesWrite() throws IOException {
        Set<String> shown = new TreeSet<>();
        for (List<BulkOperation> operations : WrittenDocuments.all().values()) {
            leaves(
                    "",
                    WrittenDocuments.json(operations.get(0)),
                    (name, value) -> shown.addAll(List.of(name.split("\\."))));
        }
        assertThat(shown).containsAll(namesInSources()).hasSizeGreaterThan(80);
    }

    /** First string arguments of the calls that write fields. */
    private static Set<String> namesInSources() throws IOException {
        Pattern call =
                Pattern.compile(
                        "(?:write\\w*Field\\w*\\(|JsonFields\\.\\w+\\(\\s*json,)\\s*\"([@\\w]+)\"");
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Matcher matcher = call.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        assertThat(names).contains("@timestamp", "dataset", "evidence", "utilization");
        return names;
    }

    private static void leaves(String prefix, JsonNode node, BiConsumer<String, JsonNode> leaf) {
        if (node.isArray()) {
            node.forEach(element -> leaves(prefix, element, leaf));
        } else if (node.isObject()) {
            String dot = prefix.isEmpty() ? "" : prefix + ".";
            node.properties().forEach(e -> leaves(dot + e.getKey(), e.getValue(), leaf));
        } else {
            leaf.accept(prefix, node);
        }
    }
}
