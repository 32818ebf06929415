package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A finished {@code analyze}.
 *
 * @param summary what it printed
 * @param folder its results
 */
record CaptureAnalysis(String summary, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Analyzes {@code logs} with the capture's own stats. */
    static CaptureAnalysis of(List<Path> logs, Path stats, Path folder) {
        List<String> arguments = new ArrayList<>(List.of("analyze"));
        logs.forEach(log -> arguments.add(log.toString()));
        arguments.addAll(List.of("--stats", stats.toString(), "--out", folder.toString()));
        arguments.addAll(List.of("--events", "--quiet"));
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        return new CaptureAnalysis(run.out(), folder);
    }

    static CaptureAnalysis of(CaptureFiles capture, Path folder) {
        return of(List.of(capture.access(), capture.stderr()), capture.stats(), folder);
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    List<JsonNode> documents(String file) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            documents.add(JSON.readTree(line));
        }
        return documents;
    }

    List<JsonNode> events(String dataset) throws IOException {
        List<JsonNode> events = documents("events.ndjson");
        events.removeIf(event -> !event.at("/event/dataset").asText().equals(dataset));
        return events;
    }

    List<RaisedAlert> alerts() throws IOException {
        return documents("alerts.ndjson").stream().map(RaisedAlert::new).toList();
    }
}
