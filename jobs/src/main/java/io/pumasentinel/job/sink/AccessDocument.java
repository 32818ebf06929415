package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.Access;
import io.pumasentinel.event.AuthOutcome;
import io.pumasentinel.event.PumaEvent;
import io.pumasentinel.event.RequestDetail;
import io.pumasentinel.event.RequestScore;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** {@code logs-puma.access-*}: one request. Durations in nanoseconds, latencies in seconds. */
final class AccessDocument {
    private AccessDocument() {}

    static void write(JsonGenerator json, IsoTime time, PumaEvent event) throws IOException {
        Access access = Objects.requireNonNull(event.access(), "access");
        CommonFields.write(json, time, event);
        event(json, access);
        JsonFields.nested(json, "source", "ip", access.clientAddress());
        JsonFields.nested(json, "user", "name", access.user());
        http(json, access);
        url(json, access);
        JsonFields.nested(json, "user_agent", "original", access.userAgent());
        JsonFields.nested(json, "trace", "id", access.traceId());
        if (access.pid() >= 0) {
            json.writeObjectFieldStart("process");
            json.writeNumberField("pid", access.pid());
            json.writeEndObject();
        }
        puma(json, event, access);
        CommonFields.rules(json, event);
        sentinel(json, event);
    }

    private static void event(JsonGenerator json, Access access) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "event");
        json.writeStringField("dataset", "puma.access");
        json.writeArrayFieldStart("category");
        json.writeString("web");
        json.writeEndArray();
        JsonFields.count(json, "duration", access.durationNanos());
        json.writeStringField("outcome", outcome(access));
        json.writeEndObject();
    }

    private static String outcome(Access access) {
        if (access.status() < 0) {
            return "unknown";
        }
        return access.status() < 400 ? "success" : "failure";
    }

    private static void http(JsonGenerator json, Access access) throws IOException {
        json.writeObjectFieldStart("http");
        json.writeObjectFieldStart("request");
        JsonFields.text(json, "method", access.method());
        JsonFields.text(json, "id", access.requestId());
        if (access.detail() != null) {
            JsonFields.text(json, "referrer", access.detail().referrer());
        }
        json.writeEndObject();
        json.writeObjectFieldStart("response");
        JsonFields.count(json, "status_code", access.status());
        if (access.responseBytes() >= 0) {
            json.writeObjectFieldStart("body");
            json.writeNumberField("bytes", access.responseBytes());
            json.writeEndObject();
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void url(JsonGenerator json, Access access) throws IOException {
        json.writeObjectFieldStart("url");
        json.writeStringField("path", access.path());
        JsonFields.text(json, "query", access.query());
        json.writeStringField("original", access.target());
        if (access.detail() != null) {
            JsonFields.text(json, "domain", access.detail().domain());
        }
        json.writeEndObject();
    }

    private static void puma(JsonGenerator json, PumaEvent event, Access access)
            throws IOException {
        json.writeObjectFieldStart("puma");
        json.writeStringField("endpoint", access.endpoint());
        JsonFields.texts(json, "signals", event.signals());
        if (access.auth() != AuthOutcome.NONE) {
            json.writeStringField("auth", access.auth().name().toLowerCase(Locale.ROOT));
        }
        if (access.hijacked()) {
            json.writeBooleanField("hijacked", true);
        }
        if (access.detail() != null) {
            JsonFields.text(json, "route", access.detail().route());
            queue(json, access.detail());
        }
        json.writeEndObject();
    }

    private static void queue(JsonGenerator json, RequestDetail detail) throws IOException {
        if (detail.queueNanos() >= 0) {
            json.writeObjectFieldStart("queue");
            json.writeNumberField("duration", detail.queueNanos());
            json.writeEndObject();
        }
    }

    private static void sentinel(JsonGenerator json, PumaEvent event) throws IOException {
        if (event.score() == null && event.redacted().isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("sentinel");
        JsonFields.texts(json, "redacted", event.redacted());
        if (event.score() != null) {
            anomaly(json, event.score());
        }
        json.writeEndObject();
    }

    private static void anomaly(JsonGenerator json, RequestScore score) throws IOException {
        json.writeObjectFieldStart("anomaly");
        JsonFields.number(json, "score", score.score());
        json.writeStringField("metric", score.metric());
        if (score.expectedNanos() >= 0) {
            range(
                    json,
                    RequestScore.LATENCY,
                    score.expectedNanos() / 1e9,
                    score.upperNanos() / 1e9);
        }
        if (!score.metric().equals(RequestScore.LATENCY)) {
            range(json, score.metric(), score.expected(), score.upper());
        }
        json.writeEndObject();
    }

    private static void range(JsonGenerator json, String metric, double expected, double upper)
            throws IOException {
        json.writeObjectFieldStart(metric);
        JsonFields.number(json, "expected", expected);
        JsonFields.number(json, "upper", upper);
        json.writeEndObject();
    }
}
