package io.pumasentinel.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One case of one rule: lines after which it must have held, or must not.
 *
 * @param rule the rule, named by the case's folder
 * @param file the lines, plain or gzipped
 * @param hit true for {@code hit*}, false for {@code near-miss*}
 */
record RuleCase(String rule, Path file, boolean hit) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The cases in {@code folder} and below, in path order. */
    static List<RuleCase> in(Path folder) throws IOException {
        List<RuleCase> cases = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                Path parent = file.toAbsolutePath().getParent();
                if (parent != null && (name.startsWith("hit") || name.startsWith("near-miss"))) {
                    cases.add(
                            new RuleCase(
                                    parent.getFileName().toString(), file, name.startsWith("hit")));
                }
            }
        }
        return cases;
    }

    /** {@code rule/file}: also the service under which the case runs beside all others. */
    String id() {
        return rule + "/" + file.getFileName();
    }

    /** Writes the case's lines, those that name a service under the case's own. */
    void copyTo(Path target) throws IOException {
        try (BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(open(), StandardCharsets.ISO_8859_1));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(owned(line).getBytes(StandardCharsets.ISO_8859_1));
                out.write('\n');
            }
        }
    }

    private InputStream open() throws IOException {
        InputStream in = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private String owned(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode json = JSON.readTree(line);
            if (!(json instanceof ObjectNode object)) {
                return line;
            }
            if (object.path("service") instanceof ObjectNode service) {
                service.put("name", id());
            } else if (object.has("service")) {
                object.put("service", id());
            }
            return object.toString();
        } catch (JacksonException e) {
            return line;
        }
    }
}
