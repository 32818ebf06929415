package io.pumasentinel.benchmark.detection.nab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Reads the benchmark's folder. */
final class NabCorpus {
    private static final int TO_THE_SECOND = 19;

    private final Path folder;
    private final ObjectMapper json = new ObjectMapper();
    private final JsonNode labels;

    /**
     * @param folder with {@code data} and {@code labels/combined_windows.json}
     * @throws IOException if the labels cannot be read
     */
    NabCorpus(Path folder) throws IOException {
        this.folder = folder;
        this.labels = json("labels/combined_windows.json");
    }

    /** The series of the folders that are wanted, in the order of the labels. */
    List<NabSeries> series(Predicate<String> wantedFolder) throws IOException {
        List<NabSeries> all = new ArrayList<>();
        for (String name : names()) {
            if (wantedFolder.test(name.substring(0, name.indexOf('/')))) {
                all.add(read(name, folder.resolve("data").resolve(name), 1));
            }
        }
        return all;
    }

    /** What a detector's published result files say; the values are its scores. */
    List<NabSeries> published(String detector) throws IOException {
        List<NabSeries> all = new ArrayList<>();
        for (String name : names()) {
            String file = name.replace("/", "/" + detector + "_");
            all.add(read(name, folder.resolve("results").resolve(detector).resolve(file), 2));
        }
        return all;
    }

    boolean hasPublished() {
        return Files.isDirectory(folder.resolve("results"));
    }

    /** A JSON file of the benchmark. */
    JsonNode json(String path) throws IOException {
        return json.readTree(folder.resolve(path).toFile());
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        labels.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private NabSeries read(String name, Path file, int column) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> timestamps = new ArrayList<>(lines.size());
        double[] values = new double[lines.size() - 1];
        for (int row = 0; row < values.length; row++) {
            String[] cells = lines.get(row + 1).split(",");
            timestamps.add(cells[0].substring(0, TO_THE_SECOND));
            values[row] = Double.parseDouble(cells[column]);
        }
        return new NabSeries(name, timestamps, values, windows(labels.get(name), timestamps));
    }

    private static List<NabSeries.Window> windows(JsonNode labels, List<String> timestamps) {
        List<NabSeries.Window> windows = new ArrayList<>();
        for (JsonNode label : labels) {
            windows.add(
                    new NabSeries.Window(
                            row(label.get(0), timestamps), row(label.get(1), timestamps)));
        }
        return windows;
    }

    private static int row(JsonNode time, List<String> timestamps) {
        return timestamps.indexOf(time.asText().substring(0, TO_THE_SECOND));
    }
}
