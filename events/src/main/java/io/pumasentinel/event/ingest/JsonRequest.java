package io.pumasentinel.event.ingest;

/** What a JSON line says of a request itself; who sent it is {@link JsonPerson}. */
final class JsonRequest {

    private static final int MOST_STATUS = 9999;

    final RequestDraft draft = new RequestDraft();

    /** Whether controller and action stand at the top, as lograge and logstasher write them. */
    boolean rails;

    private final JsonFieldMap configured;
    private JsonField methodField = JsonField.METHOD;
    private boolean anyMethod;
    private String controller = "";
    private String action = "";
    private int durationRank = -1;

    JsonRequest(JsonFieldMap configured) {
        this.configured = configured;
    }

    void value(JsonField field, FieldTree node, JsonCursor json) {
        switch (field) {
            case METHOD, PAYLOAD_METHOD, ECS_METHOD -> {
                if (draft.method.isEmpty() || node.configured) {
                    draft.method = JsonText.name(json);
                    methodField = field;
                    anyMethod |= node.configured;
                }
            }
            case EVENT_DURATION -> duration(2, json, TimeUnitName.NS);
            case DURATION_MILLIS -> duration(1, json, TimeUnitName.MS);
            case DURATION -> {
                TimeUnitName unit = node.configured ? configured.durationUnit() : TimeUnitName.MS;
                duration(node.configured ? 3 : 0, json, unit);
            }
            case PATH, QUERY, URL, REQUEST_LINE -> target(field, node, json);
            case CONTROLLER -> {
                controller = JsonText.name(json);
                rails |= node.path.length() == "controller".length();
            }
            case ACTION -> action = JsonText.name(json);
            case ROUTE -> draft.route = JsonText.name(json);
            default -> answer(field, node, json);
        }
    }

    /** Whether the line tells a finished request. */
    boolean complete() {
        if (draft.method.isEmpty() || draft.path.isEmpty()) {
            return false;
        }
        boolean answered = draft.status != -1;
        return switch (methodField) {
            case ECS_METHOD -> true;
            case PAYLOAD_METHOD -> answered;
            default -> answered || anyMethod || (rails && !action.isEmpty());
        };
    }

    /** Whether the line's one time is the request's start: so ECS has it without other word. */
    boolean stampedAtStart() {
        return methodField == JsonField.ECS_METHOD;
    }

    /** The draft with what only the whole line tells. */
    RequestDraft finished() {
        if (draft.route == null && !controller.isEmpty() && !action.isEmpty()) {
            draft.route = RouteOf.of(controller, action);
        }
        return draft;
    }

    private void answer(JsonField field, FieldTree node, JsonCursor json) {
        switch (field) {
            case STATUS -> {
                if (draft.status == -1 || node.configured) {
                    draft.status = (int) JsonNumbers.whole(json, -1, MOST_STATUS);
                }
            }
            case BYTES -> {
                if (draft.responseBytes == -1 || node.configured) {
                    draft.responseBytes = JsonNumbers.whole(json, -1, Long.MAX_VALUE);
                }
            }
            case PROTOCOL -> draft.protocol = "HTTP/" + JsonText.name(json);
            default -> {}
        }
    }

    private void target(JsonField field, FieldTree node, JsonCursor json) {
        String text = json.visible();
        switch (field) {
            case PATH -> path(text, node.configured);
            case QUERY -> draft.query = text.isEmpty() ? draft.query : text;
            case URL -> url(text, node.configured);
            default -> requestLine(text);
        }
    }

    private void path(String text, boolean wins) {
        int mark = text.indexOf('?');
        if (wins || draft.path.isEmpty() || mark < 0) {
            draft.path = mark < 0 ? text : text.substring(0, mark);
        }
        if (mark >= 0 && draft.query == null) {
            draft.query = text.substring(mark + 1);
        }
    }

    private void url(String text, boolean wins) {
        int scheme = text.startsWith("http") ? text.indexOf("://") : -1;
        int host = scheme == 4 || scheme == 5 ? scheme + 3 : -1;
        int slash = host < 0 ? 0 : text.indexOf('/', host);
        String target = host >= 0 && slash < 0 ? "/" : text.substring(slash);
        if (host >= 0 && draft.domain == null) {
            int end = slash < 0 ? text.length() : slash;
            draft.domain =
                    text.substring(
                            text.lastIndexOf('@', end - 1) >= host
                                    ? text.lastIndexOf('@', end - 1) + 1
                                    : host,
                            end);
        }
        if (wins || draft.path.isEmpty()) {
            path(target, true);
        }
    }

    private void requestLine(String text) {
        int first = text.indexOf(' ');
        int last = text.lastIndexOf(' ');
        if (first > 0 && last > first && text.startsWith("HTTP/", last + 1)) {
            draft.method = JsonText.cut(text.substring(0, first), 64);
            draft.target(text.substring(first + 1, last));
            draft.protocol = text.substring(last + 1);
            anyMethod = true;
        }
    }

    /** The most exact of several wins. */
    private void duration(int rank, JsonCursor json, TimeUnitName unit) {
        if (rank > durationRank) {
            long nanos = JsonDuration.nanos(json, unit);
            durationRank = nanos >= 0 ? rank : durationRank;
            draft.durationNanos = nanos >= 0 ? nanos : draft.durationNanos;
        }
    }
}
