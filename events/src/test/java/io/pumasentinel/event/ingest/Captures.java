package io.pumasentinel.event.ingest;

import io.pumasentinel.event.EventKind;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** The captured logs of real servers that the tests read. */
final class Captures {

    private Captures() {}

    static byte[] bytes(String name) {
        return unpacked("/captures/" + name);
    }

    /** A packed resource, unpacked. */
    static byte[] unpacked(String name) {
        try (InputStream raw = Captures.class.getResourceAsStream(name);
                InputStream in = new GZIPInputStream(Objects.requireNonNull(raw, name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came of a file: lines, lines without any event, and events by kind. */
    record Account(long lines, long silent, Map<EventKind, Long> kinds) {}

    static Account read(String name, Consumer<PumaEvent> each) {
        return read(bytes(name), each);
    }

    static Account read(byte[] bytes, Consumer<PumaEvent> each) {
        LineIngest ingest = new LineIngest(IngestSettings.defaults());
        Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
        long lines = 0;
        long silent = 0;
        int from = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '\n') {
                continue;
            }
            lines++;
            Origin origin = new Origin("shop", "web-1", Position.ofLine("capture", lines));
            int[] count = {0};
            ingest.ingest(
                    new RawLine(bytes, from, i - from, origin, Long.MIN_VALUE),
                    event -> {
                        count[0]++;
                        kinds.merge(event.kind(), 1L, Long::sum);
                        each.accept(event);
                    });
            silent += count[0] == 0 ? 1 : 0;
            from = i + 1;
        }
        return new Account(lines, silent, kinds);
    }
}
