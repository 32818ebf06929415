package io.pumasentinel.cli.demo;

import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * One file of the bundled capture: a real Puma 7.2.1 in cluster mode, 23 minutes, attacks and
 * faults included.
 *
 * @param topic the topic that it is replayed into; one partition, so that a line's offset is its
 *     number
 * @param resource the gzipped file on the class path
 * @param label how people call it
 */
public record Capture(String topic, String resource, String label) {
    /** The service that the capture's server ran. */
    public static final String SERVICE = "shop";

    /** The host that the capture's server ran on. */
    public static final String HOST = "web-1";

    /**
     * The sparse files first: when the access lines come, event time already knows of the others.
     */
    public static List<Capture> files() {
        return List.of(
                new Capture("puma.stats", "stats.ndjson.gz", "stats"),
                new Capture("puma.stderr", "stderr.log.gz", "error output"),
                new Capture("puma.stdout", "access.log.gz", "access log"));
    }

    /** The file's lines, unzipped. */
    InputStream open() throws IOException {
        InputStream packed = Capture.class.getResourceAsStream("capture/" + resource);
        if (packed == null) {
            throw new FileNotFoundException("the capture is not on the class path: " + resource);
        }
        return new BufferedInputStream(new GZIPInputStream(packed), 1 << 16);
    }

    /** How many lines the file has; a last line without its end counts. */
    public long lines() throws IOException {
        long lines = 0;
        int last = '\n';
        try (InputStream in = open()) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == '\n') {
                    lines++;
                }
                last = b;
            }
        }
        return last == '\n' ? lines : lines + 1;
    }
}
