package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The source files of Kibana's objects, read and checked, each kind by name.
 *
 * <p>They stand in {@code deploy/kibana}; the fields come from {@code deploy/elasticsearch}, the
 * runbooks from {@code docs/runbooks}.
 *
 * @param dataViews families of indices
 * @param formats how fields are shown
 * @param palette the colours
 * @param panels native visualisations
 * @param charts Vega-Lite and Vega
 * @param searches lists of documents
 * @param notes texts on dashboards, and runbooks
 * @param dashboards what people open
 */
public record KibanaSources(
        List<DataView> dataViews,
        Formats formats,
        Palette palette,
        List<Panel> panels,
        List<Chart> charts,
        List<SavedSearch> searches,
        List<Note> notes,
        List<Dashboard> dashboards) {

    /**
     * Reads them.
     *
     * @param project the folder of a checkout
     * @throws IllegalArgumentException if a file declares what Kibana could not show
     */
    public static KibanaSources read(Path project) throws IOException {
        Path folder = project.resolve("deploy/kibana");
        Map<String, IndexFields> templates =
                IndexFields.readAll(project.resolve("deploy/elasticsearch"));
        Palette palette = Palette.read(folder.resolve("colors.json"));
        List<Note> notes = new ArrayList<>(notes(folder.resolve("notes"), "note-"));
        notes.addAll(notes(project.resolve("docs/runbooks"), "runbook-"));
        return new KibanaSources(
                files(folder.resolve("data-views"), (n, d) -> DataView.of(n, d, templates)),
                Formats.read(folder.resolve("formats.json"), palette),
                palette,
                files(folder.resolve("panels"), Panel::of),
                files(folder.resolve("charts"), Chart::of),
                files(folder.resolve("searches"), SavedSearch::of),
                List.copyOf(notes),
                files(folder.resolve("dashboards"), Dashboard::of));
    }

    /** The search behind every panel, saved search and chart. */
    public List<NamedQuery> queries() {
        List<NamedQuery> queries = new ArrayList<>();
        for (Panel panel : panels) {
            String index = dataView(panel.source().dataView()).pattern();
            queries.add(new NamedQuery("panel " + panel.name(), index, PanelQuery.of(panel)));
        }
        for (SavedSearch search : searches) {
            String index = dataView(search.source().dataView()).pattern();
            queries.add(new NamedQuery("search " + search.name(), index, search.body()));
        }
        for (Chart chart : charts) {
            int place = 0;
            for (JsonNode query : chart.queries()) {
                String name = "chart " + chart.name() + " " + place++;
                queries.add(
                        new NamedQuery(name, query.path("index").textValue(), query.path("body")));
            }
        }
        return List.copyOf(queries);
    }

    DataView dataView(String name) {
        return dataViews.stream()
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "data-views: there is no such file (got " + name + ")"));
    }

    private interface Reader<T> {
        T read(String name, Declaration from);
    }

    private static <T> List<T> files(Path folder, Reader<T> reader) throws IOException {
        List<T> read = new ArrayList<>();
        for (Path file : sorted(folder, ".json")) {
            read.add(reader.read(name(file), Declaration.read(file)));
        }
        return List.copyOf(read);
    }

    private static List<Note> notes(Path folder, String prefix) throws IOException {
        List<Note> notes = new ArrayList<>();
        for (Path file : sorted(folder, ".md")) {
            if (!name(file).equals("README")) {
                notes.add(Note.read(prefix + name(file), Files.readString(file)));
            }
        }
        return notes;
    }

    /** The part of the file's name before the first dot. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.indexOf('.'));
    }

    private static List<Path> sorted(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
