package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/**
 * Documents of a captured day (made by {@code src/test/python/page_fixture.py}), as files for the
 * report and as a backend for the server.
 */
final class PageFixture implements SearchBackend {

    private static final Map<String, String> FILES =
            Map.of(
                    "alerts-puma-*", "alerts.ndjson.gz",
                    "metrics-puma.endpoint-*", "windows.ndjson.gz",
                    "metrics-puma.stats-*", "stats.ndjson.gz",
                    "logs-puma.dead_letter-*", "dead-letters.ndjson.gz");

    static ReportData copyTo(Path folder) throws IOException {
        for (String name : FILES.values()) {
            Files.write(folder.resolve(name), bytes(name));
        }
        return new ReportData(
                folder.resolve("alerts.ndjson.gz"),
                folder.resolve("windows.ndjson.gz"),
                folder.resolve("dead-letters.ndjson.gz"),
                folder.resolve("stats.ndjson.gz"),
                new String(bytes("summary.json"), StandardCharsets.UTF_8));
    }

    @Override
    public String search(String index, String body) throws IOException {
        JsonNode query = Json.MAPPER.readTree(body);
        List<String> fields = new ArrayList<>();
        query.path("_source").forEach(field -> fields.add(field.textValue()));
        NewestHits hits = new NewestHits(query.path("size").intValue(), new SourceFilter(fields));
        for (String line : lines(FILES.getOrDefault(index, "none"))) {
            JsonNode document = Json.MAPPER.readTree(line);
            if (matches(document, query.path("query").path("bool").path("filter"))) {
                hits.add(document);
            }
        }
        StringBuilder response = new StringBuilder();
        hits.write(response);
        return response.toString();
    }

    @Override
    public String status() {
        return new String(bytes("summary.json"), StandardCharsets.UTF_8);
    }

    private static boolean matches(JsonNode document, JsonNode filters) {
        for (JsonNode filter : filters) {
            for (Map.Entry<String, JsonNode> range : filter.path("range").properties()) {
                if (!inside(field(document, range.getKey()), range.getValue())) {
                    return false;
                }
            }
            for (Map.Entry<String, JsonNode> term : filter.path("term").properties()) {
                if (!field(document, term.getKey()).equals(term.getValue())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static JsonNode field(JsonNode document, String path) {
        return document.at("/" + path.replace('.', '/'));
    }

    private static boolean inside(JsonNode time, JsonNode bounds) {
        if (!time.isTextual()) {
            return false;
        }
        Instant at = Instant.parse(time.textValue());
        return (!bounds.has("gte") || !at.isBefore(Instant.parse(bounds.path("gte").asText())))
                && (!bounds.has("lt") || at.isBefore(Instant.parse(bounds.path("lt").asText())));
    }

    static List<String> lines(String name) throws IOException {
        try (InputStream in = PageFixture.class.getResourceAsStream(name)) {
            if (in == null) {
                return List.of();
            }
            return new BufferedReader(
                            new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    private static byte[] bytes(String name) {
        try (InputStream in = PageFixture.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + ": no such fixture");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes {@code target/page-fixture/report.html} and serves the live page until killed: to look
     * at both.
     */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createDirectories(Path.of("target/page-fixture"));
        ReportWriter.write(folder.resolve("report.html"), copyTo(folder));
        try (ResultsServer server = ResultsServer.start(0, new PageFixture())) {
            System.out.println(server.uri());
            Thread.currentThread().join();
        }
    }
}
