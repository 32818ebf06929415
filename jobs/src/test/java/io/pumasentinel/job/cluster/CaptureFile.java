package io.pumasentinel.job.cluster;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * One file of the bundled capture as a shipper would send it: line by line, each at its time; and
 * one line more, two hours later, which carries event time past everything that the capture began.
 *
 * @param topic where the lines go
 * @param time how they tell their time
 * @param lines the lines, one character a byte
 */
record CaptureFile(String topic, LineTime time, List<String> lines) {
    private static final Path FOLDER = Path.of("..", "examples", "puma-7.2-cluster");

    CaptureFile {
        lines = List.copyOf(lines);
    }

    /** Stats, error output, access log. */
    static List<CaptureFile> all() throws IOException {
        return List.of(
                read("puma.stats", LineTime.SAMPLE, "stats.ndjson.gz"),
                read("puma.stderr", LineTime.ERROR, "stderr.log.gz"),
                read("puma.stdout", LineTime.REQUEST, "access.log.gz"));
    }

    /**
     * When a shipper would send each line: at its own time, or that of the line before, or, at the
     * file's start, that of the first line that has one.
     */
    long[] sendMillis() {
        long[] times = new long[lines.size()];
        long last = firstMillis();
        for (int i = 0; i < times.length; i++) {
            last = Math.max(last, time.millis(lines.get(i)).orElse(last));
            times[i] = last;
        }
        return times;
    }

    /** The last time before the line that was added. */
    long endMillis() {
        long[] times = sendMillis();
        return times[times.length - 2];
    }

    /** The ids of the documents of the lines that tell a time: topic, partition, offset. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (time.millis(lines.get(i)).isPresent()) {
                ids.add(topic + "-0-" + i);
            }
        }
        return ids;
    }

    private long firstMillis() {
        return lines.stream()
                .map(time::millis)
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElseThrow();
    }

    private static CaptureFile read(String topic, LineTime time, String name) throws IOException {
        byte[] packed = Files.readAllBytes(FOLDER.resolve(name));
        try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            String text = new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
            List<String> lines = new ArrayList<>(List.of(text.split("\n")));
            String last = "";
            for (String line : lines) {
                last = time.millis(line).isPresent() ? line : last;
            }
            lines.add(time.twoHoursLater(last));
            return new CaptureFile(topic, time, lines);
        }
    }
}
