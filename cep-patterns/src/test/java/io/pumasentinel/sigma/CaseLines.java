package io.pumasentinel.sigma;

import io.pumasentinel.event.EventKind;
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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Raw Puma lines of a file, plain or gzipped, as the real ingest reads them. */
final class CaseLines {
    private CaseLines() {}

    /** All events of the file in its order, lines that nobody understood included. */
    static List<PumaEvent> read(Path file) {
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        LineContext context = new LineContext(false, PumaEvent.NO_TIME);
        List<PumaEvent> events = new ArrayList<>();
        int number = 0;
        for (String line : lines(file)) {
            Origin origin = new Origin("shop", "web-1", Position.ofLine(file.toString(), ++number));
            RawLine raw = RawLine.of(line.getBytes(StandardCharsets.ISO_8859_1), origin);
            ingest.ingest(raw, event -> events.add(context.place(event, Long.MIN_VALUE)));
        }
        return events;
    }

    /** The events as views; lines that nobody understood only where a rule is about them. */
    static List<EventView> views(Path file) {
        return read(file).stream()
                .filter(
                        event ->
                                event.kind() != EventKind.UNPARSED
                                        || file.toString().contains("unparsed"))
                .map(Views::of)
                .toList();
    }

    private static List<String> lines(Path file) {
        try (InputStream in = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
                BufferedReader reader =
                        new BufferedReader(
                                new InputStreamReader(plain, StandardCharsets.ISO_8859_1))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
