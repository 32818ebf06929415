package io.pumasentinel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.cli.backtest.Episode;
import io.pumasentinel.cli.backtest.InvalidTruth;
import io.pumasentinel.cli.backtest.TruthReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

/**
 * The files of one capture, and what they hold by an account of their own: patterns over whole
 * lines instead of the product's scanner.
 */
record CaptureFiles(String name, Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REQUEST =
            Pattern.compile(".* \\[[^]]+\\] \"[A-Z]+ .* HTTP/.*\" \\d+ (\\d+|-) \\d+\\.\\d{4}");
    private static final Pattern ERROR =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d [+-]\\d{4} .*");

    /** A Puma 7.2 and two of 5.6; the first is also the demo's replay. */
    static List<CaptureFiles> all() {
        Path module = Path.of(System.getProperty("basedir", "."));
        Path others = module.resolve("src/test/resources/captures");
        return List.of(
                of(module.resolve("../examples/puma-7.2-cluster")),
                of(others.resolve("puma-5.6-cluster")),
                of(others.resolve("puma-5.6-single")));
    }

    static CaptureFiles named(String name) {
        return all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    private static CaptureFiles of(Path folder) {
        return new CaptureFiles(folder.getFileName().toString(), folder.normalize());
    }

    Path access() {
        return folder.resolve("access.log.gz");
    }

    Path stderr() {
        return folder.resolve("stderr.log.gz");
    }

    Path stats() {
        return folder.resolve("stats.ndjson.gz");
    }

    Path truthFile() {
        return folder.resolve("truth.ndjson.gz");
    }

    Episode episode(String wanted) throws IOException, InvalidTruth {
        return TruthReader.read(truthFile()).stream()
                .filter(e -> e.name().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** The numbers of the access log's lines that are requests, from 1. */
    List<Integer> requestLines() throws IOException {
        List<String> lines = lines(access());
        return IntStream.rangeClosed(1, lines.size())
                .filter(number -> REQUEST.matcher(lines.get(number - 1)).matches())
                .boxed()
                .toList();
    }

    /** Lines of the error output that begin an entry. */
    long errors() throws IOException {
        return lines(stderr()).stream().filter(line -> ERROR.matcher(line).matches()).count();
    }

    /** A worker's check-in is one sample, however often it was polled. */
    long samples() throws IOException {
        Set<String> checkIns = new HashSet<>();
        for (String line : lines(stats())) {
            JsonNode poll = JSON.readTree(line);
            if (!poll.at("/stats/worker_status").isArray()) {
                checkIns.add(poll.path("ts").asText());
            }
            for (JsonNode worker : poll.at("/stats/worker_status")) {
                if (!worker.path("last_status").isEmpty()) {
                    checkIns.add(worker.path("index") + " " + worker.path("last_checkin"));
                }
            }
        }
        return checkIns.size();
    }

    /** All lines of a file, a byte a character: Puma does not escape what clients send. */
    static List<String> lines(Path file) throws IOException {
        try (InputStream packed = Files.newInputStream(file);
                BufferedReader in =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(packed),
                                        StandardCharsets.ISO_8859_1))) {
            return in.lines().toList();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
