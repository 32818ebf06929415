package io.pumasentinel.cli.review.source;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The fields of documents that a review asks for; no other class of it knows their names. */
public enum Field {
    /** When: completion of a request, start of a window, an alert's firing. */
    TIME("@timestamp"),
    /** The service. */
    SERVICE("service.name"),
    /** The host. */
    HOST("host.name"),
    /** Which kind of document it is. */
    DATASET("event.dataset"),
    /** The endpoint template. */
    ENDPOINT("puma.endpoint"),
    /** The client's address. */
    ADDRESS("source.ip"),
    /** The account that signs in; formats that name none leave it out. */
    ACCOUNT("user.name"),
    /** What the client's program calls itself; Puma's own line leaves it out. */
    AGENT("user_agent.original"),
    /** {@code success}, {@code failure} or {@code attempt}; sign-ins only. */
    SIGN_IN("puma.auth"),
    /** What one request shows by itself, such as {@code attack.sqli}. */
    SIGNALS("puma.signals"),
    /** The class of an error. */
    ERROR_TYPE("error.type"),
    /** Why a line is a dead letter. */
    REASON("event.reason"),
    /** Requests of a window. */
    REQUESTS("sentinel.window.count"),
    /** Answers 400 to 499 of a window. */
    ERRORS_4XX("sentinel.window.errors_4xx"),
    /** Answers 500 to 599 of a window. */
    ERRORS_5XX("sentinel.window.errors_5xx"),
    /** The 0.95 quantile of a window's latencies in seconds. */
    P95("sentinel.window.latency.p95");

    private final String path;
    private final JsonPointer pointer;

    Field(String path) {
        this.path = path;
        this.pointer = JsonPointer.compile("/" + path.replace('.', '/'));
    }

    /** Its full name in documents and indices. */
    public String path() {
        return path;
    }

    /** The document's values, in order; empty if it has none. */
    List<String> of(JsonNode document) {
        JsonNode node = document.at(pointer);
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(value -> values.add(value.asText()));
        } else if (node.isValueNode() && !node.isNull()) {
            values.add(node.asText());
        }
        return values;
    }

    /** The document's number; NaN if it has none. */
    double number(JsonNode document) {
        return document.at(pointer).asDouble(Double.NaN);
    }
}
