package io.pumasentinel.event.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.pumasentinel.event.Origin;
import java.io.IOException;

/** The fields of a JSON line that mean something here. */
final class JsonRecord {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int LONGEST_NAME = 256;

    final StatsDraft stats = new StatsDraft();
    long startMillis = LogTime.NONE;

    /** The text line inside a wrapper; empty if there is none. */
    String message = "";

    private final RequestDraft draft = new RequestDraft();
    private String host = "";
    private String service = "";
    private String client = "";
    private String source = "";
    private final StringBuilder forwarded = new StringBuilder();
    private String original = "";

    /** An object begins under this path. */
    void open(CharSequence path) {
        stats.open(path);
    }

    void value(String path, JsonParser parser) throws IOException {
        if (path.startsWith("stats.") || path.equals(StatsDraft.PROMETHEUS)) {
            stats.value(path, parser);
        } else if (path.startsWith("http.")) {
            http(path, parser);
        } else if (path.startsWith("url.")) {
            url(path, parser.getText());
        } else {
            envelope(path, parser);
        }
    }

    /** The origin with the record's own service and host, where it names them. */
    Origin origin(Origin given) {
        return new Origin(
                service.isEmpty() ? given.service() : service,
                host.isEmpty() ? given.host() : host,
                given.position());
    }

    boolean request() {
        return !draft.method.isEmpty() && (!draft.path.isEmpty() || !original.isEmpty());
    }

    RequestDraft draft() {
        if (draft.path.isEmpty()) {
            draft.target(original);
        }
        StringBuilder list = forwarded.isEmpty() ? new StringBuilder(client) : forwarded;
        if (!source.isEmpty()) {
            list.append(list.isEmpty() ? "" : ", ").append(source);
        }
        draft.addresses = list.toString();
        draft.forged = Forgery.inAddress(draft.addresses);
        return draft;
    }

    /** The request's completion: its start and its duration. */
    long endMillis() {
        boolean both = startMillis != LogTime.NONE && draft.durationNanos > 0;
        return both ? startMillis + draft.durationNanos / NANOS_PER_MILLI : startMillis;
    }

    private void http(String path, JsonParser parser) throws IOException {
        switch (path) {
            case "http.request.method" -> draft.method = name(parser.getText());
            case "http.request.id" -> draft.requestId = LogText.of(parser.getText());
            case "http.response.status_code" ->
                    draft.status = (int) JsonNumbers.whole(parser, -1, 9999);
            case "http.response.body.bytes" ->
                    draft.responseBytes = JsonNumbers.whole(parser, -1, Long.MAX_VALUE);
            case "http.version" -> draft.protocol = "HTTP/" + name(parser.getText());
            case "http.request.headers.x-forwarded-for", "http.request.headers.x_forwarded_for" ->
                    forwarded.append(forwarded.isEmpty() ? "" : ", ").append(text(parser));
            default -> {}
        }
    }

    private void url(String path, String text) {
        switch (path) {
            case "url.path" -> draft.path = LogText.of(text);
            case "url.query" -> draft.query = text.isEmpty() ? null : LogText.of(text);
            case "url.original" -> original = LogText.of(text);
            default -> {}
        }
    }

    private void envelope(String path, JsonParser parser) throws IOException {
        switch (path) {
            case "@timestamp", "ts", "time" ->
                    startMillis =
                            startMillis == LogTime.NONE
                                    ? LogTime.iso(parser.getText())
                                    : startMillis;
            case "event.duration" ->
                    draft.durationNanos = JsonNumbers.whole(parser, -1, Long.MAX_VALUE);
            case "service", "service.name" -> service = name(parser.getText());
            case "host", "host.name", "host.hostname" -> host = name(parser.getText());
            case "mode" -> stats.mode = parser.getText();
            case "puma_pid", "process.pid" -> {
                draft.pid = (int) JsonNumbers.whole(parser, -1, Integer.MAX_VALUE);
                stats.pid = draft.pid;
            }
            case "msg", "message", "log" -> message = message(parser);
            default -> person(path, parser);
        }
    }

    private void person(String path, JsonParser parser) throws IOException {
        switch (path) {
            case "client.ip", "client.address" -> client = text(parser);
            case "source.ip", "source.address" -> source = text(parser);
            case "user.name" -> draft.user = LogText.of(parser.getText());
            case "user_agent.original" -> draft.userAgent = LogText.of(parser.getText());
            case "trace.id" -> draft.traceId = LogText.of(parser.getText());
            default -> {}
        }
    }

    private static String message(JsonParser parser) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
    }

    private static String text(JsonParser parser) throws IOException {
        return LogText.of(parser.getText());
    }

    private static String name(String text) {
        return LogText.of(text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME));
    }
}
