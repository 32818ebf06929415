package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.cli.backtest.Backtest;
import io.pumasentinel.cli.backtest.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a backtest's files go: a folder that a person named, else one that goes with the process.
 */
final class BacktestResults {
    static final String JSON = "backtest.json";
    static final String MARKDOWN = "backtest.md";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path folder;

    private BacktestResults(Path folder) {
        this.folder = folder;
    }

    /**
     * In the folder, made if it is missing; in a temporary one without a name.
     *
     * @throws Refusal if it is a file
     */
    static BacktestResults in(@Nullable Path named) throws IOException, Refusal {
        if (named == null) {
            Path temporary = Files.createTempDirectory("puma-sentinel-backtest");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(temporary)));
            return new BacktestResults(temporary);
        }
        if (Files.exists(named) && !Files.isDirectory(named)) {
            throw Refusal.usage("--out: not a folder (got " + named + ")");
        }
        return new BacktestResults(Files.createDirectories(named));
    }

    /** A folder in it, made; the folder itself for no name. */
    Path folder(String name) throws IOException {
        return Files.createDirectories(folder.resolve(name));
    }

    /** Of one configuration. */
    void write(Backtest backtest) throws IOException {
        write(backtest.toJson(), backtest.sections());
    }

    /** Of two: side by side, then each by itself. */
    void write(Backtest first, Backtest second) throws IOException {
        ObjectNode both = MAPPER.createObjectNode();
        both.set("first", first.toJson());
        both.set("second", second.toJson());
        List<Section> sections = new ArrayList<>(Backtest.compared(first, second));
        first.sections().forEach(section -> sections.add(titled("First", section)));
        second.sections().forEach(section -> sections.add(titled("Second", section)));
        write(both, sections);
    }

    private static Section titled(String side, Section section) {
        return new Section(side + ": " + section.title(), section.headers(), section.rows());
    }

    private void write(JsonNode json, List<Section> sections) throws IOException {
        Files.writeString(
                folder.resolve(JSON),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n");
        Files.writeString(
                folder.resolve(MARKDOWN),
                "# Backtest\n\n"
                        + sections.stream()
                                .map(Section::markdown)
                                .collect(Collectors.joining("\n")));
    }
}
