package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.job.sink.FileSinks;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an analysis found, read back from its files.
 *
 * @param alerts the alerts' documents in the order of their start
 * @param windows how many windows closed
 * @param deadLetters how many lines were not understood
 */
record Outcome(List<JsonNode> alerts, long windows, long deadLetters) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Outcome read(Path folder) throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(FileSinks.ALERTS))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                alerts.add(JSON.readTree(line));
            }
        }
        alerts.sort(Comparator.comparing(alert -> alert.path("event").path("start").asText()));
        return new Outcome(
                alerts,
                lines(folder.resolve(FileSinks.WINDOWS)),
                lines(folder.resolve(FileSinks.DEAD_LETTERS)));
    }

    /** How many alerts each rule raised, by the rule's name. */
    Map<String, Long> alertsByRule() {
        return alerts.stream()
                .collect(
                        Collectors.groupingBy(
                                alert -> alert.path("rule").path("id").asText(),
                                TreeMap::new,
                                Collectors.counting()));
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
