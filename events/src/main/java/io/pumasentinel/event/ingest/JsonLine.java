package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumasentinel.event.Origin;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * A line that is one JSON object: an ECS-like request, a {@code /stats} sample in its envelope, or
 * a shipper's wrapper around a text line.
 */
final class JsonLine {

    private final JsonFactory factory = new JsonFactory();
    private final AccessAssembly assembly;

    JsonLine(AccessAssembly assembly) {
        this.assembly = assembly;
    }

    /** What was found: events, or the reason why there are none. */
    record Found(List<PumaEvent> events, Unreadable reason) {}

    /**
     * @param text reads the text line inside a wrapper
     */
    Found parse(byte[] b, int from, int to, Origin origin, Function<byte[], PumaEvent> text) {
        JsonRecord record = new JsonRecord();
        try (JsonParser parser = factory.createParser(b, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return new Found(List.of(), Unreadable.BROKEN_JSON);
            }
            JsonFields.read(parser, record);
            JsonToken after = parser.nextToken();
            if (after != null) {
                boolean more = after == JsonToken.START_OBJECT;
                return new Found(
                        List.of(), more ? Unreadable.SEVERAL_RECORDS : Unreadable.BROKEN_JSON);
            }
        } catch (IOException e) {
            return new Found(List.of(), Unreadable.BROKEN_JSON);
        }
        return new Found(events(record, origin, text), Unreadable.FOREIGN_JSON);
    }

    private List<PumaEvent> events(
            JsonRecord record, Origin origin, Function<byte[], PumaEvent> text) {
        Origin named = record.origin(origin);
        if (record.stats.seen) {
            return record.stats.events(named, record.startMillis);
        }
        if (record.request()) {
            RequestDraft draft = record.draft();
            return List.of(PumaEvent.of(named, record.endMillis(), assembly.of(draft)));
        }
        if (record.message.isEmpty()) {
            return List.of();
        }
        byte[] inner = record.message.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        PumaEvent event = text.apply(inner);
        boolean untimed = event.timestampMillis() == PumaEvent.NO_TIME;
        return List.of(untimed ? event.at(record.startMillis) : event);
    }
}
