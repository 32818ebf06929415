package io.pumasentinel.benchmark;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The access lines of the bundled capture of a real Puma 7.2, in its order. */
final class CaptureLines {
    private static final String RESOURCE = "/io/pumasentinel/cli/demo/capture/access.log.gz";
    private static final String JSON = "/io/pumasentinel/benchmark/single-access-ecs.ndjson.gz";

    /** The capture's attacks and faults begin at 21:25:23. */
    private static final int CLEAN_UNTIL = (21 * 60 + 25) * 60 + 23;

    /** The address that the capture's brute force came from. */
    private static final String GUESSER = " 198.18.79.14 ";

    private CaptureLines() {}

    /** All 23 minutes, attacks and faults included. */
    static List<CapturedLine> all() throws IOException {
        return read(RESOURCE).stream().map(CapturedLine::of).flatMap(Optional::stream).toList();
    }

    /** Requests to a real Puma as an application with ECS logging wrote them, byte for byte. */
    static List<byte[]> json() throws IOException {
        return read(JSON).stream().map(line -> line.getBytes(StandardCharsets.ISO_8859_1)).toList();
    }

    private static List<String> read(String resource) throws IOException {
        InputStream packed = CaptureLines.class.getResourceAsStream(resource);
        if (packed == null) {
            throw new FileNotFoundException("the capture is not on the class path: " + resource);
        }
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(packed), StandardCharsets.ISO_8859_1))) {
            return lines.lines().toList();
        }
    }

    /** The stretch in which nothing but ordinary traffic happened. */
    static List<CapturedLine> clean(List<CapturedLine> all) {
        return all.stream().filter(line -> line.second() < CLEAN_UNTIL).toList();
    }

    /** Failed sign-ins of one address and nothing else, at the times of {@code pace}. */
    static List<CapturedLine> failedLogins(List<CapturedLine> all, List<CapturedLine> pace) {
        List<CapturedLine> failures =
                all.stream().filter(CaptureLines::isFailedLoginOfTheGuesser).toList();
        return java.util.stream.IntStream.range(0, pace.size())
                .mapToObj(i -> failures.get(i % failures.size()).at(pace.get(i)))
                .toList();
    }

    private static boolean isFailedLoginOfTheGuesser(CapturedLine line) {
        String text = new String(line.bytes(), StandardCharsets.ISO_8859_1);
        return text.contains(GUESSER) && text.contains("\"POST /login HTTP/1.1\" 401 ");
    }
}
