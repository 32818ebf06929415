package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.ErrorReport;
import io.pumasentinel.event.Lifecycle;
import io.pumasentinel.event.PumaEvent;
import java.io.IOException;
import java.util.Objects;

/** {@code logs-puma.error-*}: one entry of the error output, or one lifecycle line. */
final class ErrorDocument {
    private ErrorDocument() {}

    static void write(JsonGenerator json, IsoTime time, PumaEvent event) throws IOException {
        CommonFields.head(json, time, event.timestampMillis());
        String level = event.lifecycle() == null ? "error" : "info";
        CommonFields.origin(json, event.service(), event.host(), event.position(), level);
        if (event.lifecycle() != null) {
            lifecycle(json, event, event.lifecycle());
        } else {
            error(json, event, Objects.requireNonNull(event.error(), "error"));
        }
        CommonFields.rules(json, event);
        CommonFields.redacted(json, event.redacted());
    }

    private static void error(JsonGenerator json, PumaEvent event, ErrorReport error)
            throws IOException {
        event(json, "puma.error", error.action());
        json.writeStringField("message", error.message());
        json.writeObjectFieldStart("error");
        JsonFields.text(json, "type", error.type());
        JsonFields.text(json, "message", error.message());
        JsonFields.text(json, "stack_trace", error.stackTrace());
        json.writeEndObject();
        JsonFields.nested(json, "source", "ip", error.clientAddress());
        JsonFields.nested(json, "url", "path", error.path());
        if (error.method() != null || error.requestId() != null) {
            json.writeObjectFieldStart("http");
            json.writeObjectFieldStart("request");
            JsonFields.text(json, "method", error.method());
            JsonFields.text(json, "id", error.requestId());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeObjectFieldStart("puma");
        JsonFields.text(json, "endpoint", error.endpoint());
        JsonFields.texts(json, "signals", event.signals());
        json.writeEndObject();
    }

    private static void lifecycle(JsonGenerator json, PumaEvent event, Lifecycle lifecycle)
            throws IOException {
        event(json, "puma.lifecycle", lifecycle.action());
        json.writeStringField("message", lifecycle.message());
        if (lifecycle.pid() >= 0) {
            json.writeObjectFieldStart("process");
            json.writeNumberField("pid", lifecycle.pid());
            json.writeEndObject();
        }
        json.writeObjectFieldStart("puma");
        if (lifecycle.worker() >= 0) {
            json.writeObjectFieldStart("worker");
            json.writeNumberField("index", lifecycle.worker());
            json.writeEndObject();
        }
        JsonFields.texts(json, "signals", event.signals());
        json.writeEndObject();
    }

    private static void event(JsonGenerator json, String dataset, String action)
            throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "event");
        json.writeStringField("dataset", dataset);
        json.writeStringField("action", action);
        json.writeEndObject();
    }
}
