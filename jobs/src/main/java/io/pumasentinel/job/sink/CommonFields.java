package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.Position;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields that every document made of one line shares. */
final class CommonFields {
    static final String ECS_VERSION = "8.17.0";

    private CommonFields() {}

    static void write(JsonGenerator json, IsoTime time, PumaEvent event) throws IOException {
        head(json, time, event.timestampMillis());
        origin(json, event.service(), event.host(), event.position(), null);
    }

    static void head(JsonGenerator json, IsoTime time, long millis) throws IOException {
        json.writeStringField("@timestamp", time.format(millis));
        JsonFields.nested(json, "ecs", "version", ECS_VERSION);
    }

    static void origin(
            JsonGenerator json,
            String service,
            String host,
            Position position,
            @Nullable String level)
            throws IOException {
        JsonFields.nested(json, "service", "name", service);
        JsonFields.nested(json, "host", "name", host);
        json.writeObjectFieldStart("log");
        JsonFields.text(json, "level", level);
        if (position.file()) {
            json.writeObjectFieldStart("file");
            json.writeStringField("path", position.source());
            json.writeNumberField("line", position.index());
            json.writeEndObject();
        } else {
            json.writeNumberField("offset", position.index());
        }
        json.writeEndObject();
    }

    /** What was removed before anything else saw the event, if anything was. */
    static void redacted(JsonGenerator json, List<String> redacted) throws IOException {
        if (!redacted.isEmpty()) {
            json.writeObjectFieldStart("sentinel");
            JsonFields.texts(json, "redacted", redacted);
            json.writeEndObject();
        }
    }

    /** The rules that the event matched by itself, if any. */
    static void rules(JsonGenerator json, PumaEvent event) throws IOException {
        if (!event.ruleIds().isEmpty()) {
            json.writeObjectFieldStart("rule");
            JsonFields.texts(json, "id", event.ruleIds());
            json.writeEndObject();
        }
    }
}
