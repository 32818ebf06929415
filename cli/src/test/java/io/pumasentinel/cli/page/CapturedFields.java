package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * The fields that documents of a capture hold; of indices that it has no documents of, any.
 *
 * @param byIndex full names of fields and of the objects around them, by index pattern
 */
record CapturedFields(Map<String, Set<String>> byIndex) {

    static CapturedFields of(ReportData data) throws IOException {
        Map<String, Set<String>> byIndex = new TreeMap<>();
        byIndex.put("alerts-puma-*", fields(data.alerts()));
        byIndex.put("metrics-puma.endpoint-*", fields(data.windows()));
        byIndex.put("metrics-puma.stats-*", fields(data.stats()));
        return new CapturedFields(byIndex);
    }

    /** Those of the wanted fields that the index's documents hold. */
    Set<String> of(String index, Set<String> wanted) {
        Set<String> found = new TreeSet<>(wanted);
        Set<String> held = byIndex.get(index);
        if (held != null) {
            found.retainAll(held);
        }
        return found;
    }

    private static Set<String> fields(Path file) throws IOException {
        Set<String> fields = new TreeSet<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream in =
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                collect("", Json.MAPPER.readTree(line), fields);
            }
        }
        return fields;
    }

    private static void collect(String prefix, JsonNode object, Set<String> into) {
        for (var field : object.properties()) {
            into.add(prefix + field.getKey());
            collect(prefix + field.getKey() + ".", field.getValue(), into);
        }
    }
}
