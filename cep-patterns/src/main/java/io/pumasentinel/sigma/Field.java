package io.pumasentinel.sigma;

import static io.pumasentinel.sigma.LogSource.CLIENT;
import static io.pumasentinel.sigma.LogSource.ERROR;
import static io.pumasentinel.sigma.LogSource.LIFECYCLE;
import static io.pumasentinel.sigma.LogSource.STATS;
import static io.pumasentinel.sigma.LogSource.UNPARSED;
import static io.pumasentinel.sigma.LogSource.WEBSERVER;
import static io.pumasentinel.sigma.LogSource.WINDOW;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every field that a rule may name, with its aliases, its kind and the log sources that carry it.
 *
 * <p>The first name is the canonical one (the Elastic Common Schema's where it has one); the others
 * are those of Sigma's {@code webserver} category.
 */
public enum Field {
    /** The client's address after the trusted-proxy walk. */
    SOURCE_IP(text(WEBSERVER, ERROR, CLIENT), "source.ip", "c-ip"),
    /** The client's network: IPv4 /24, IPv6 /64, such as {@code 198.51.100.0/24}. */
    SOURCE_SUBNET(text(WEBSERVER, ERROR, CLIENT), "source.subnet"),
    /** The authenticated user. */
    USER_NAME(text(WEBSERVER), "user.name", "cs-username"),
    /** The method, upper case. */
    METHOD(text(WEBSERVER, ERROR), "http.request.method", "cs-method"),
    /** The path as sent, redacted, not decoded. */
    PATH(text(WEBSERVER, ERROR), "url.path", "cs-uri-stem", "c-uri-stem"),
    /** Path and query as sent, redacted, not decoded. */
    URI(text(WEBSERVER), "url.original", "cs-uri-query", "cs-uri", "c-uri", "c-uri-query"),
    /** Path and query decoded (also twice-encoded text) and in lower case; {@code ../} stays. */
    DECODED(text(WEBSERVER), "url.decoded"),
    /**
     * The same where the path leads: {@code ../}, {@code //}, {@code \\} and parameters resolved.
     */
    NORMALISED(text(WEBSERVER), "url.normalised"),
    /** The status; -1 for a hijacked connection. */
    STATUS(number(WEBSERVER), "http.response.status_code", "sc-status"),
    /** The body's length in bytes as logged. */
    BODY_BYTES(number(WEBSERVER), "http.response.body.bytes", "sc-bytes"),
    /** The user agent; absent in Puma's own format. */
    USER_AGENT(
            text(WEBSERVER),
            "user_agent.original",
            "c-useragent",
            "cs-user-agent",
            "cs-User-Agent",
            "cs(User-Agent)"),
    /** The page that the client says it came from; absent in Puma's own format. */
    REFERRER(text(WEBSERVER), "http.request.referrer", "cs-referer", "cs-referrer", "cs(Referer)"),
    /** The host that the client asked for; absent in Puma's own format. */
    DOMAIN(text(WEBSERVER), "url.domain", "cs-host", "r-dns"),
    /** The endpoint template, such as {@code GET /users/{id}}. */
    ENDPOINT(text(WEBSERVER, ERROR, WINDOW), "puma.endpoint"),
    /** Event time in UTC; only its parts can be compared: {@code @timestamp|hour|gte: 22}. */
    TIMESTAMP(number(LogSource.values()), "@timestamp"),
    /**
     * The ten minutes of the event, such as {@code 2026-11-21T21:30:00Z}: counts how long something
     * goes on.
     */
    SLOT(text(WEBSERVER, ERROR), "event.slot"),
    /** The service. */
    SERVICE(text(LogSource.values()), "service.name"),
    /** The host; absent in windows and clients, which span hosts. */
    HOST(text(WEBSERVER, ERROR, LIFECYCLE, STATS, UNPARSED), "host.name"),
    /** {@code attempt}, {@code failure} or {@code success}; absent if the request is no sign-in. */
    AUTH_OUTCOME(text(WEBSERVER), "auth.outcome"),
    /** The request's duration in seconds. */
    DURATION(number(WEBSERVER), "event.duration"),
    /** {@code true} if the line carries text that imitates another log line, else {@code false}. */
    FORGED(text(WEBSERVER), "log.forged"),

    /** What Puma was doing, such as {@code rack-app} or {@code parse-error}. */
    ERROR_ACTION(text(ERROR), "error.action"),
    /** The error's class. */
    ERROR_TYPE(text(ERROR), "error.type"),
    /** The error's message. */
    ERROR_MESSAGE(text(ERROR), "error.message"),

    /** Why nobody understood the line, such as {@code unrecognised}. */
    UNPARSED_REASON(text(UNPARSED), "unparsed.reason"),
    /** The line, redacted and cut. */
    UNPARSED_LINE(text(UNPARSED), "unparsed.line"),

    /** What happened to the processes, such as {@code worker-boot}. */
    EVENT_ACTION(text(LIFECYCLE), "event.action", "lifecycle.action"),
    /** The lifecycle line without its prefix. */
    LIFECYCLE_MESSAGE(text(LIFECYCLE), "lifecycle.message"),
    /** The worker's index. */
    LIFECYCLE_WORKER(number(LIFECYCLE), "lifecycle.worker"),

    /**
     * Which worker wrote the numbers when, such as {@code 0 2026-11-21T21:30:19Z}: repeats of one
     * check-in share it, so that distinct samples can be counted.
     */
    SAMPLE(text(STATS), "puma.stats.sample"),
    /** Requests queued in the thread pool. */
    BACKLOG(number(STATS), "puma.stats.backlog"),
    /** Threads spawned, busy or idle. */
    RUNNING(number(STATS), "puma.stats.running"),
    /** Idle threads and those that may still be spawned. */
    POOL_CAPACITY(number(STATS), "puma.stats.pool_capacity"),
    /** Busy threads; may exceed the configured ones. */
    BUSY_THREADS(number(STATS), "puma.stats.busy_threads"),
    /** Configured threads. */
    MAX_THREADS(number(STATS), "puma.stats.max_threads"),
    /** Busy threads per configured thread. */
    UTILIZATION(number(STATS), "puma.stats.utilization"),
    /** The largest backlog since the last poll (7.x and later). */
    BACKLOG_MAX(number(STATS), "puma.stats.backlog_max"),
    /** The most connections held in the reactor since the last poll (7.x and later). */
    REACTOR_MAX(number(STATS), "puma.stats.reactor_max"),
    /** Workers that have booted, of those that the server runs, as a share in [0,1]. */
    BOOTED_SHARE(number(STATS), "puma.stats.booted_share"),
    /** Requests started a second since the check-in before. */
    REQUEST_RATE(number(STATS), "puma.stats.request_rate"),
    /** The worker's index; counts distinct workers. */
    WORKER(text(STATS), "puma.worker.index"),
    /** The worker's processor time per second: 1 = one core; absent unless the poller sends it. */
    CPU_SHARE(number(STATS), "puma.worker.cpu.pct"),
    /** The worker's resident memory in bytes; absent unless the poller sends it. */
    RSS_BYTES(number(STATS), "puma.worker.memory.rss.bytes"),

    /** How unusual the request, or the window's, client's or worker's metric was, in [0,1]. */
    ANOMALY_SCORE(number(WEBSERVER, WINDOW, CLIENT, STATS), "anomaly.score"),
    /** The metric that the score is about: {@code rate}, {@code latency.p95}, …. */
    ANOMALY_METRIC(text(WEBSERVER, WINDOW, CLIENT, STATS), "anomaly.metric"),
    /** What was observed, in the metric's unit. */
    ANOMALY_OBSERVED(number(WEBSERVER, WINDOW, CLIENT, STATS), "anomaly.observed"),
    /** What was expected, in the metric's unit. */
    ANOMALY_EXPECTED(number(WEBSERVER, WINDOW, CLIENT, STATS), "anomaly.expected"),
    /** Observed divided by expected; absent when nothing was expected. */
    ANOMALY_FACTOR(number(WEBSERVER, WINDOW, CLIENT, STATS), "anomaly.factor"),
    /** How long the windows were that were judged together, in seconds: 10, more if pooled. */
    ANOMALY_SPAN(number(WINDOW, STATS), "anomaly.span"),

    /** When the window began, such as {@code 2026-11-21T21:31:00Z}: counts distinct windows. */
    WINDOW_START(text(WINDOW, CLIENT), "sentinel.window.start"),
    /** Requests in the window. */
    WINDOW_COUNT(number(WINDOW), "sentinel.window.count"),
    /** Requests per second. */
    WINDOW_RATE(number(WINDOW), "sentinel.window.rate"),
    /** Answers 400 to 499. */
    WINDOW_4XX(number(WINDOW), "sentinel.window.errors_4xx"),
    /** Answers 500 to 599. */
    WINDOW_5XX(number(WINDOW), "sentinel.window.errors_5xx"),
    /** Share of answers 400 to 499, in [0,1]. */
    WINDOW_4XX_RATIO(number(WINDOW), "sentinel.window.errors_4xx_ratio"),
    /** Share of answers 500 to 599, in [0,1]. */
    WINDOW_5XX_RATIO(number(WINDOW), "sentinel.window.errors_5xx_ratio"),
    /** Sum of the known response lengths in bytes. */
    WINDOW_BYTES(number(WINDOW), "sentinel.window.bytes"),
    /** Median latency in seconds. */
    WINDOW_P50(number(WINDOW), "sentinel.window.latency.p50"),
    /** 0.95 quantile of the latency in seconds. */
    WINDOW_P95(number(WINDOW), "sentinel.window.latency.p95"),
    /** 0.99 quantile of the latency in seconds. */
    WINDOW_P99(number(WINDOW), "sentinel.window.latency.p99"),

    /** Requests of the client in the window, whatever they asked for. */
    CLIENT_COUNT(number(CLIENT), "sentinel.client.count"),
    /** Answers 400 to 599 among them. */
    CLIENT_ERRORS(number(CLIENT), "sentinel.client.errors"),
    /** Different endpoints among them; 64 stands for more as well. */
    CLIENT_ENDPOINTS(number(CLIENT), "sentinel.client.endpoints");

    private static final Map<String, Field> BY_NAME = byName();

    private final Shape shape;
    private final List<String> names;

    Field(Shape shape, String... names) {
        this.shape = shape;
        this.names = List.of(names);
    }

    /** The field that {@code name} means, exactly as written; empty if there is none. */
    public static Optional<Field> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The canonical name. */
    public String canonicalName() {
        return names.get(0);
    }

    /** The canonical name first, then the aliases. */
    public List<String> names() {
        return names;
    }

    /** Whether {@link EventView#number} answers; otherwise {@link EventView#text} does. */
    public boolean numeric() {
        return shape.numeric();
    }

    /** The log sources whose events can carry the field. */
    public Set<LogSource> sources() {
        return shape.sources();
    }

    private static Shape text(LogSource... sources) {
        return new Shape(false, Set.of(sources));
    }

    private static Shape number(LogSource... sources) {
        return new Shape(true, Set.of(sources));
    }

    private static Map<String, Field> byName() {
        Map<String, Field> fields = new HashMap<>();
        Arrays.stream(values()).forEach(f -> f.names.forEach(name -> fields.put(name, f)));
        return Collections.unmodifiableMap(fields);
    }

    private record Shape(boolean numeric, Set<LogSource> sources) {}
}
