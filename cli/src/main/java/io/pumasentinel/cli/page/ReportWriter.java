package io.pumasentinel.cli.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Writes {@code report.html}: the results page with the answers to all its queries inside.
 *
 * <p>Files are read line by line; at most the queries' own sizes are kept: 10,000 documents an
 * index, the newest, of endpoint windows merged ones ({@link MergedWindows}). The report loads
 * nothing, from nowhere.
 */
public final class ReportWriter {

    private static final String WINDOWS = "metrics-puma.endpoint-*";

    private ReportWriter() {}

    /**
     * Writes the report, replacing a file of that name.
     *
     * @throws IOException where a file cannot be read or written, or a line is not JSON
     */
    public static void write(Path html, ReportData data) throws IOException {
        StringBuilder json = new StringBuilder(1 << 16);
        json.append("{\"mode\":\"report\",\"status\":");
        json.append(Json.write(Json.MAPPER.readTree(data.status())));
        json.append(",\"responses\":{");
        String separator = "";
        for (Map.Entry<String, Query> query : queries().entrySet()) {
            String index = query.getKey();
            NewestHits hits = read(index, file(index, data), query.getValue());
            json.append(separator).append('"').append(index).append("\":");
            hits.write(json);
            separator = ",\n";
        }
        json.append("}}");
        try (Writer out = Files.newBufferedWriter(html, StandardCharsets.UTF_8)) {
            PageTemplate.render(json.toString(), out);
        }
    }

    /**
     * One query an index: the largest size and all fields of the page's queries on that index, and
     * those that the page filters by.
     */
    private static Map<String, Query> queries() {
        Map<String, Query> byIndex = new TreeMap<>();
        for (JsonNode query : PageAssets.queries()) {
            Query one = Query.of(query.path("body")).and(new Query(0, PageAssets.filtered()));
            byIndex.merge(query.path("index").textValue(), one, Query::and);
        }
        return byIndex;
    }

    private record Query(int size, Set<String> fields) {

        static Query of(JsonNode body) {
            Set<String> fields = new TreeSet<>();
            body.path("_source").forEach(field -> fields.add(field.textValue()));
            return new Query(body.path("size").intValue(), fields);
        }

        Query and(Query other) {
            Set<String> all = new TreeSet<>(fields);
            all.addAll(other.fields);
            return new Query(Math.max(size, other.size), all);
        }
    }

    private static Path file(String index, ReportData data) {
        return switch (index) {
            case "alerts-puma-*" -> data.alerts();
            case WINDOWS -> data.windows();
            case "metrics-puma.stats-*" -> data.stats();
            case "logs-puma.dead_letter-*" -> data.deadLetters();
            default ->
                    throw new IllegalStateException(
                            "no file for the index of a chart (got " + index + ")");
        };
    }

    private static NewestHits read(String index, Path file, Query query) throws IOException {
        SourceFilter filter = new SourceFilter(query.fields());
        NewestHits hits = new NewestHits(query.size(), filter);
        if (!Files.exists(file)) {
            return hits;
        }
        if (index.equals(WINDOWS)) {
            MergedWindows windows = new MergedWindows(query.size(), filter);
            forEachDocument(file, windows::add);
            windows.into(hits);
        } else {
            forEachDocument(file, hits::add);
        }
        return hits;
    }

    private static void forEachDocument(Path file, Consumer<JsonNode> action) throws IOException {
        try (BufferedReader lines = new BufferedReader(reader(file))) {
            long number = 1;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    action.accept(document(file, number, line));
                }
                number++;
            }
        }
    }

    private static JsonNode document(Path file, long number, String line) throws IOException {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IOException(file + ":" + number + ": not a JSON document", e);
        }
    }

    private static InputStreamReader reader(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        boolean gzipped = file.toString().endsWith(".gz");
        return new InputStreamReader(
                gzipped ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8);
    }
}
