package io.pumasentinel.cli;

import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.ingest.IngestSettings;
import io.pumasentinel.event.ingest.LineContext;
import io.pumasentinel.event.ingest.LineIngest;
import io.pumasentinel.event.ingest.RawLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The events of a file as the ingest reads them, line by line, without a job. */
final class LogLines {
    private LogLines() {}

    /**
     * All events in the order of the file, plain or gzipped.
     *
     * @throws IOException if the file cannot be read
     */
    static List<PumaEvent> read(Path file) throws IOException {
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        LineContext context = new LineContext(false, PumaEvent.NO_TIME);
        List<PumaEvent> events = new ArrayList<>();
        int number = 0;
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Origin origin =
                        new Origin("default", "default", Position.ofLine(file.toString(), number));
                RawLine raw = RawLine.of(line.getBytes(StandardCharsets.ISO_8859_1), origin);
                ingest.ingest(raw, event -> events.add(context.place(event, Long.MIN_VALUE)));
            }
        }
        return events;
    }
}
