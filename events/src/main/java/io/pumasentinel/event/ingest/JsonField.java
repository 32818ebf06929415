package io.pumasentinel.event.ingest;

/** What a field of a JSON line means, whatever its logger calls it. */
enum JsonField {
    TIME(Group.TIME),
    START(Group.TIME),
    END(Group.TIME),

    /** Of a logger that writes a request's fields at the top. */
    METHOD(Group.REQUEST),
    /** Of Semantic Logger, whose other records carry one too. */
    PAYLOAD_METHOD(Group.REQUEST),
    ECS_METHOD(Group.REQUEST),
    PATH(Group.REQUEST),
    QUERY(Group.REQUEST),
    /** A target or a whole URL. */
    URL(Group.REQUEST),
    /** {@code GET /path HTTP/1.1}. */
    REQUEST_LINE(Group.REQUEST),
    STATUS(Group.REQUEST),
    BYTES(Group.REQUEST),
    PROTOCOL(Group.REQUEST),
    EVENT_DURATION(Group.REQUEST),
    DURATION_MILLIS(Group.REQUEST),
    DURATION(Group.REQUEST),
    CONTROLLER(Group.REQUEST),
    ACTION(Group.REQUEST),
    ROUTE(Group.REQUEST),

    FORWARDED(Group.PERSON),
    CLIENT(Group.PERSON),
    SOURCE(Group.PERSON),
    USER(Group.PERSON),
    USER_AGENT(Group.PERSON),
    REQUEST_ID(Group.PERSON),
    TRACE_ID(Group.PERSON),
    DOMAIN(Group.PERSON),
    REFERRER(Group.PERSON),
    /** Where the answer redirects to. */
    LOCATION(Group.PERSON),
    /** When a proxy got the request. */
    REQUEST_START(Group.PERSON),
    /** How long the request waited. */
    QUEUE(Group.PERSON),
    /** How a sign-in ended, by the application's own word. */
    AUTH(Group.PERSON),

    /** Class and message in one text, with logstasher the backtrace too. */
    ERROR_TEXT(Group.ERROR),
    ERROR_TYPE(Group.ERROR),
    ERROR_MESSAGE(Group.ERROR),
    STACK_TRACE(Group.ERROR),
    LEVEL(Group.ERROR),
    LOGGER(Group.ERROR),

    PID(Group.ORIGIN),
    SERVICE(Group.ORIGIN),
    HOST(Group.ORIGIN),
    POD(Group.ORIGIN),
    MODE(Group.ORIGIN),

    /** The whole line as a container runtime or journald got it. */
    RAW(Group.ENVELOPE),
    /** A line, or what an application has to say. */
    MESSAGE(Group.ENVELOPE),
    STREAM(Group.ENVELOPE),
    ATTRIBUTES(Group.ENVELOPE),
    /** Whether a container runtime cut the line. */
    CUT(Group.ENVELOPE),
    /** The same, as a flag; the last piece carries it too. */
    PARTIAL(Group.ENVELOPE),
    PARTIAL_LAST(Group.ENVELOPE),
    /** What tells one container's, unit's or process's stream from others. */
    CONTAINER(Group.ENVELOPE),
    /** Why journald ended the line. */
    LINE_BREAK(Group.ENVELOPE),

    STATS(Group.STATS),
    GC(Group.GC);

    /** Who collects the field. */
    enum Group {
        TIME,
        REQUEST,
        PERSON,
        ERROR,
        ORIGIN,
        ENVELOPE,
        STATS,
        GC
    }

    final Group group;

    JsonField(Group group) {
        this.group = group;
    }
}
