package io.pumasentinel.event.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.pumasentinel.event.Access;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.Unparsed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads single lines for tests; text is taken byte for byte (Latin-1). */
final class Lines {

    static final Origin ORIGIN = new Origin("shop", "web-1", Position.ofLine("access.log", 7));

    private static final LineIngest INGEST = new LineIngest(IngestSettings.defaults());

    private Lines() {}

    static List<PumaEvent> all(LineIngest ingest, byte[] bytes) {
        List<PumaEvent> events = new ArrayList<>();
        ingest.ingest(RawLine.of(bytes, ORIGIN), events::add);
        return events;
    }

    static List<PumaEvent> all(String line) {
        return all(INGEST, line.getBytes(StandardCharsets.ISO_8859_1));
    }

    static PumaEvent event(String line) {
        List<PumaEvent> events = all(line);
        assertThat(events).as(line).hasSize(1);
        return events.get(0);
    }

    static Access access(String line) {
        Access access = event(line).access();
        if (access == null) {
            throw new AssertionError("no access line: " + event(line));
        }
        return access;
    }

    static ErrorReport error(String line) {
        ErrorReport error = event(line).error();
        if (error == null) {
            throw new AssertionError("no error: " + event(line));
        }
        return error;
    }

    static Lifecycle lifecycle(String line) {
        Lifecycle lifecycle = event(line).lifecycle();
        if (lifecycle == null) {
            throw new AssertionError("no lifecycle line: " + event(line));
        }
        return lifecycle;
    }

    static Unparsed unparsed(String line) {
        Unparsed unparsed = event(line).unparsed();
        if (unparsed == null) {
            throw new AssertionError("parsed: " + event(line));
        }
        return unparsed;
    }

    /** A request line around the given target. */
    static String get(String target) {
        return request("203.0.113.7", "GET " + target + " HTTP/1.1", "200");
    }

    static String request(String addresses, String request, String status) {
        return addresses
                + " - - [21/Nov/2026:19:34:51 +0000] \""
                + request
                + "\" "
                + status
                + " 15 0.0142";
    }
}
