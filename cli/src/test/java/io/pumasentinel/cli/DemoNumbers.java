package io.pumasentinel.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The lines of a demo's summary, from the capture's files and an analysis of them. */
final class DemoNumbers {
    private DemoNumbers() {}

    static List<String> of(CaptureFiles capture, CaptureAnalysis files) throws IOException {
        long requests = capture.requestLines().size();
        long entries = capture.errors() + CaptureFiles.lines(capture.access()).size() - requests;
        long lines = 0;
        for (Path file : List.of(capture.access(), capture.stderr(), capture.stats())) {
            lines += CaptureFiles.lines(file).size();
        }
        long windows = files.documents("windows.ndjson").size();
        return List.of(
                number("lines", lines),
                number("requests", requests),
                number("windows", windows),
                number("alerts", files.alerts().size()),
                number("  logs-puma.access", requests),
                number("  logs-puma.error", entries),
                number("  logs-puma.dead_letter", 0),
                number("  metrics-puma.stats", capture.samples()),
                number("  metrics-puma.endpoint", windows),
                number("  alerts-puma", files.alerts().size()));
    }

    private static String number(String what, long count) {
        return String.format(Locale.ROOT, "%-32s %,10d", what, count);
    }
}
