package io.pumasentinel.event.ingest;

import static io.pumasentinel.event.ingest.JsonField.*;

import java.util.List;
import java.util.Map;

/**
 * The fields of the loggers and shippers that are known without configuration.
 *
 * <p>Sources: lines of lograge 0.10 and 0.15, logstasher 3.0, Semantic Logger 4.17 and Puma's
 * control server as captured; the Elastic Common Schema 8; Docker's json-file, the export of
 * journald, Filebeat, Fluent Bit and Vector as documented.
 */
final class KnownFields {

    /** Where a Rails request's fields lie: lograge and logstasher, Semantic Logger and its ECS. */
    private static final String[] RAILS = {"", "payload.", "semantic_logger.payload."};

    private static final Map<JsonField, String> TIMES =
            Map.of(
                    TIME, "@timestamp timestamp time ts date __REALTIME_TIMESTAMP",
                    START, "event.start",
                    END, "event.end");

    private static final Map<JsonField, String> REQUEST =
            Map.of(
                    PATH, "path",
                    STATUS, "status",
                    CONTROLLER, "controller",
                    ACTION, "action",
                    CLIENT, "ip remote_ip client_ip",
                    USER_AGENT, "user_agent",
                    REQUEST_ID, "request_id",
                    REFERRER, "referer referrer",
                    REQUEST_START, "request_start x_request_start x-request-start",
                    QUEUE, "queue_time queue_duration queue_time_ms");

    private static final Map<JsonField, String> ECS =
            Map.ofEntries(
                    Map.entry(ECS_METHOD, "http.request.method"),
                    Map.entry(PATH, "url.path"),
                    Map.entry(QUERY, "url.query"),
                    Map.entry(URL, "url url.original url.full"),
                    Map.entry(DOMAIN, "url.domain"),
                    Map.entry(STATUS, "http.response.status_code"),
                    Map.entry(BYTES, "http.response.body.bytes"),
                    Map.entry(PROTOCOL, "http.version"),
                    Map.entry(REQUEST_ID, "http.request.id labels.request_id"),
                    Map.entry(REFERRER, "http.request.referrer"),
                    Map.entry(CLIENT, "client.ip client.address labels.ip"),
                    Map.entry(SOURCE, "source.ip source.address"),
                    Map.entry(USER, "user.name"),
                    Map.entry(USER_AGENT, "user_agent.original"),
                    Map.entry(TRACE_ID, "trace.id trace_id"),
                    Map.entry(EVENT_DURATION, "event.duration"),
                    Map.entry(ERROR_TYPE, "error.type"),
                    Map.entry(ERROR_MESSAGE, "error.message"),
                    Map.entry(STACK_TRACE, "error.stack_trace"),
                    Map.entry(
                            FORWARDED,
                            "http.request.headers.x-forwarded-for"
                                    + " http.request.headers.x_forwarded_for"),
                    Map.entry(
                            REQUEST_START,
                            "http.request.headers.x-request-start"
                                    + " http.request.headers.x_request_start"));

    private static final Map<JsonField, String> LOGGERS =
            Map.ofEntries(
                    Map.entry(METHOD, "method"),
                    Map.entry(PAYLOAD_METHOD, "payload.method semantic_logger.payload.method"),
                    Map.entry(DURATION_MILLIS, "duration_ms"),
                    Map.entry(DURATION, "duration"),
                    Map.entry(ROUTE, "route"),
                    Map.entry(AUTH, "puma.auth"),
                    Map.entry(LOCATION, "location"),
                    Map.entry(CLIENT, "named_tags.ip"),
                    Map.entry(REQUEST_ID, "named_tags.request_id"),
                    Map.entry(ERROR_TEXT, "error"),
                    Map.entry(ERROR_TYPE, "exception.name"),
                    Map.entry(ERROR_MESSAGE, "exception.message"),
                    Map.entry(STACK_TRACE, "exception.stack_trace"),
                    Map.entry(LEVEL, "level severity log.level"),
                    Map.entry(LOGGER, "name logger log.logger level_index"));

    private static final Map<JsonField, String> SHIPPERS =
            Map.ofEntries(
                    Map.entry(PID, "puma_pid process.pid pid"),
                    Map.entry(SERVICE, "service service.name"),
                    Map.entry(HOST, "host host.name host.hostname hostname _HOSTNAME"),
                    Map.entry(POD, "kubernetes.pod_name kubernetes.pod.name"),
                    Map.entry(MODE, "mode"),
                    Map.entry(RAW, "log MESSAGE"),
                    Map.entry(MESSAGE, "message msg"),
                    Map.entry(STREAM, "stream"),
                    Map.entry(CUT, "logtag _p"),
                    Map.entry(PARTIAL, "partial_message _partial CONTAINER_PARTIAL_MESSAGE"),
                    Map.entry(PARTIAL_LAST, "partial_last CONTAINER_PARTIAL_LAST"),
                    Map.entry(
                            CONTAINER,
                            "container_id container.id kubernetes.container_name"
                                    + " kubernetes.container.name kubernetes.docker_id"
                                    + " log.file.path _SYSTEMD_UNIT _PID _STREAM_ID"
                                    + " CONTAINER_ID_FULL partial_id CONTAINER_PARTIAL_ID"),
                    Map.entry(LINE_BREAK, "_LINE_BREAK"));

    private static final String LAST_STATUS =
            "backlog running pool_capacity busy_threads max_threads requests_count backlog_max"
                    + " reactor_max io_threads process.cpu_pct process.rss_bytes";
    private static final String WORKER =
            "index pid phase last_checkin process.cpu_pct process.rss_bytes";
    private static final String SERVER = "workers phase booted_workers old_workers";
    private static final String GC_STATS =
            "count time minor_gc_count major_gc_count heap_live_slots heap_free_slots old_objects";

    private KnownFields() {}

    /** A tree of its own, with the configured fields on top. */
    static FieldTree tree(JsonFieldMap configured) {
        FieldTree root = FieldTree.root();
        stats(root, "stats.", "");
        stats(root, "", "stats.");
        root.at(StatsDraft.PROMETHEUS).field = STATS;
        all(root, GC, GC_STATS, "gc_stats.", "");
        all(root, GC, GC_STATS, "", "gc_stats.");
        for (String place : RAILS) {
            REQUEST.forEach((field, names) -> all(root, field, names, place, ""));
        }
        for (var group : List.of(TIMES, ECS, LOGGERS, SHIPPERS)) {
            group.forEach((field, names) -> all(root, field, names, "", ""));
        }
        kinds(root);
        configured
                .paths()
                .forEach(
                        (name, path) -> {
                            FieldTree node = root.at(path);
                            node.field = name.field();
                            node.configured = true;
                        });
        return root.finished();
    }

    /** What is more than a plain field. */
    private static void kinds(FieldTree root) {
        for (String list :
                new String[] {
                    "stats.worker_status",
                    "worker_status",
                    "exception.stack_trace",
                    "error.stack_trace",
                    "MESSAGE",
                    "http.request.headers.x-forwarded-for",
                    "http.request.headers.x_forwarded_for"
                }) {
            root.at(list).many = true;
        }
        for (String object : List.of("stats", "stats.worker_status", "worker_status", "gc_stats")) {
            root.at(object).opens = true;
        }
        root.at("attrs").field = ATTRIBUTES;
    }

    private static void stats(FieldTree root, String place, String known) {
        all(root, STATS, SERVER + " " + LAST_STATUS, place, known);
        all(root, STATS, WORKER, place + "worker_status.", known);
        all(root, STATS, LAST_STATUS, place + "worker_status.last_status.", known);
    }

    private static void all(
            FieldTree root, JsonField field, String names, String place, String known) {
        for (String name : names.split(" ")) {
            root.at(place + name, known).field = field;
        }
    }
}
