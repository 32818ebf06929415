package io.pumasentinel.event.ingest;

/** Our names for the fields of a JSON line that the configuration may place. */
public enum JsonName {
    /** When the request was done. */
    TIME(JsonField.END),
    /** When the request came. */
    START(JsonField.START),
    /** The client's address, or a list of them, nearest hop last. */
    ADDRESS(JsonField.CLIENT),
    /** The address of the connection: it follows the others in the list. */
    PEER_ADDRESS(JsonField.SOURCE),
    /** {@code GET /path HTTP/1.1} in one text. */
    REQUEST(JsonField.REQUEST_LINE),
    /** The method. */
    METHOD(JsonField.METHOD),
    /** The path, with or without query. */
    PATH(JsonField.PATH),
    /** The query. */
    QUERY(JsonField.QUERY),
    /** The target or the whole URL. */
    URL(JsonField.URL),
    /** The status. */
    STATUS(JsonField.STATUS),
    /** The duration. */
    DURATION(JsonField.DURATION),
    /** The length of the answer's body. */
    BYTES(JsonField.BYTES),
    /** The authenticated user. */
    USER(JsonField.USER),
    /** The user agent. */
    USER_AGENT(JsonField.USER_AGENT),
    /** The referrer. */
    REFERRER(JsonField.REFERRER),
    /** The host that the client asked for. */
    DOMAIN(JsonField.DOMAIN),
    /** The request's id. */
    REQUEST_ID(JsonField.REQUEST_ID),
    /** The trace's id. */
    TRACE_ID(JsonField.TRACE_ID),
    /** Controller and action. */
    ROUTE(JsonField.ROUTE),
    /** How long the request waited. */
    QUEUE(JsonField.QUEUE),
    /** {@code X-Request-Start} as the proxy sent it. */
    REQUEST_START(JsonField.REQUEST_START),
    /** The worker's process id. */
    PID(JsonField.PID),
    /** The host that wrote the line. */
    HOST(JsonField.HOST),
    /** The service that wrote the line. */
    SERVICE(JsonField.SERVICE);

    private final JsonField field;

    JsonName(JsonField field) {
        this.field = field;
    }

    JsonField field() {
        return field;
    }
}
