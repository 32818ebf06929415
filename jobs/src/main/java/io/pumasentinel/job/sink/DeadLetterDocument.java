package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.DeadLetter;
import java.io.IOException;

/** {@code logs-puma.dead_letter-*}: a line or document that could not be used, and why. */
final class DeadLetterDocument {
    private DeadLetterDocument() {}

    static void write(JsonGenerator json, IsoTime time, DeadLetter letter) throws IOException {
        CommonFields.head(json, time, letter.timestampMillis());
        CommonFields.origin(json, letter.service(), letter.host(), letter.position(), null);
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "pipeline_error");
        json.writeStringField("dataset", "puma.dead_letter");
        json.writeStringField("reason", letter.reason());
        json.writeStringField("original", letter.line());
        json.writeEndObject();
        CommonFields.redacted(json, letter.redacted());
    }
}
