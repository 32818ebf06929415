package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.job.config.SentinelConfig;
import io.pumasentinel.job.sink.FileSinks;
import io.pumasentinel.job.source.FileInput;
import io.pumasentinel.sigma.RuleSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Runs the cases of rules through the whole job, all of them in one run: each case is a service of
 * its own, and services do not see each other.
 */
final class RuleCases {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<RuleSource> rules;
    private final ProgressLine progress;

    RuleCases(List<RuleSource> rules, ProgressLine progress) {
        this.rules = rules;
        this.progress = progress;
    }

    /** A case and whether its rule did what the case says. */
    record Verdict(RuleCase tested, boolean passed) {}

    /** Runs the cases; the verdicts are in their order. */
    List<Verdict> run(List<RuleCase> cases) throws Exception {
        Path folder = Files.createTempDirectory("puma-sentinel-rules");
        try {
            List<FileInput> files = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                Path copy = folder.resolve("case-" + i);
                cases.get(i).copyTo(copy);
                files.add(new FileInput(copy.toString(), cases.get(i).id(), "case"));
            }
            new Analysis(SentinelConfig.defaults(), rules, folder)
                    .run(new AnalysisInput(files, -1), true, progress);
            Set<String> held = held(folder);
            return cases.stream()
                    .map(c -> new Verdict(c, held.contains(c.id() + " " + c.rule()) == c.hit()))
                    .toList();
        } finally {
            Folders.delete(folder);
        }
    }

    /** {@code service rule} of every rule that alerted or matched an event by itself. */
    private static Set<String> held(Path folder) throws IOException {
        Set<String> held = new HashSet<>();
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(FileSinks.ALERTS))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode alert = JSON.readTree(line);
                for (JsonNode part : alert.path("sentinel").path("alert").path("parts")) {
                    held.add(service(alert) + " " + part.path("rule_id").asText());
                }
            }
        }
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(FileSinks.EVENTS))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = JSON.readTree(line);
                for (JsonNode rule : event.path("rule").path("id")) {
                    held.add(service(event) + " " + rule.asText());
                }
            }
        }
        return held;
    }

    private static String service(JsonNode document) {
        return document.path("service").path("name").asText();
    }
}
