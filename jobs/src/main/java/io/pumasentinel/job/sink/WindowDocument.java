package io.pumasentinel.job.sink;

import com.fasterxml.jackson.core.JsonGenerator;
import io.pumasentinel.event.EndpointWindow;
import io.pumasentinel.event.MetricScore;
import java.io.IOException;
import java.util.List;

/**
 * {@code metrics-puma.endpoint-*}: one closed window of one endpoint beside its baseline. Latencies
 * in seconds, rates in requests per second, error baselines as shares in [0,1].
 */
final class WindowDocument {
    private static final String LATENCY = "latency.";

    private WindowDocument() {}

    static String id(EndpointWindow window) {
        return window.service()
                + "|"
                + window.endpoint()
                + "|"
                + window.sizeMillis()
                + "|"
                + window.startMillis();
    }

    static void write(JsonGenerator json, IsoTime time, EndpointWindow window) throws IOException {
        CommonFields.head(json, time, window.startMillis());
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "metric");
        json.writeStringField("dataset", "puma.endpoint");
        json.writeEndObject();
        JsonFields.nested(json, "service", "name", window.service());
        JsonFields.nested(json, "puma", "endpoint", window.endpoint());
        json.writeObjectFieldStart("sentinel");
        window(json, window);
        if (!window.scores().isEmpty()) {
            baseline(json, window.scores());
            ScoreFields.worst(json, window.scores());
        }
        json.writeEndObject();
    }

    private static void window(JsonGenerator json, EndpointWindow window) throws IOException {
        json.writeObjectFieldStart("window");
        json.writeNumberField("size_seconds", window.sizeMillis() / 1000);
        json.writeNumberField("count", window.count());
        JsonFields.number(json, "rate", window.count() * 1000.0 / window.sizeMillis());
        json.writeNumberField("errors_4xx", window.errors4xx());
        json.writeNumberField("errors_5xx", window.errors5xx());
        json.writeNumberField("bytes", window.bytes());
        if (window.p50Nanos() >= 0) {
            json.writeObjectFieldStart("latency");
            JsonFields.number(json, "p50", window.p50Nanos() / 1e9);
            JsonFields.number(json, "p95", window.p95Nanos() / 1e9);
            JsonFields.number(json, "p99", window.p99Nanos() / 1e9);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static void baseline(JsonGenerator json, List<MetricScore> scores) throws IOException {
        json.writeObjectFieldStart("baseline");
        for (MetricScore score : scores) {
            if (!score.metric().startsWith(LATENCY)) {
                ScoreFields.band(json, score.metric(), score);
            }
        }
        json.writeObjectFieldStart("latency");
        for (MetricScore score : scores) {
            if (score.metric().startsWith(LATENCY)) {
                ScoreFields.band(json, score.metric().substring(LATENCY.length()), score);
            }
        }
        json.writeEndObject();
        json.writeEndObject();
    }
}
