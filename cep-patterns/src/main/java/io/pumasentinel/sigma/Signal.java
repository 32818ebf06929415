package io.pumasentinel.sigma;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The closed list of what a single event can show, for {@code puma.signals} and the rule key {@code
 * signal}.
 */
public enum Signal {
    /** SQL in a parameter. */
    ATTACK_SQLI,
    /** Script in a parameter. */
    ATTACK_XSS,
    /** A path that climbs out of its folder or names a system file. */
    ATTACK_TRAVERSAL,
    /** Shell, template or expression code in a parameter. */
    ATTACK_RCE,
    /** A parameter that points the server at internal addresses. */
    ATTACK_SSRF,
    /** A page that does not exist. */
    PROBE_NOT_FOUND,
    /** A file or console that no visitor should ask for. */
    PROBE_SENSITIVE,
    /** A user agent of a scanner. */
    PROBE_SCANNER,
    /** Bytes that are no HTTP request. */
    PROBE_MALFORMED,
    /** A sign-in whose outcome the status does not tell. */
    AUTH_ATTEMPT,
    /** A sign-in that was refused. */
    AUTH_FAILURE,
    /** A sign-in that was accepted. */
    AUTH_SUCCESS,
    /** A request that was refused, 401 or 403. */
    ACCESS_DENIED,
    /** An answer 500 to 599 or an exception that left the application. */
    SERVER_ERROR,
    /** An unusual request rate. */
    ANOMALY_RATE,
    /** An unusual latency. */
    ANOMALY_LATENCY,
    /** An unusual share of errors. */
    ANOMALY_ERRORS,
    /** An unusual response size. */
    ANOMALY_BYTES,
    /** An unusual share of refused requests, 401 or 403. */
    ANOMALY_DENIED,
    /** Unusually many different clients. */
    ANOMALY_CLIENTS,
    /** Requests with methods, statuses or parameters that are new there. */
    ANOMALY_VALUES,
    /** A client with far more requests than the others. */
    ANOMALY_CLIENT_REQUESTS("anomaly.client.requests"),
    /** A client with a far larger share of failures than the others. */
    ANOMALY_CLIENT_ERRORS("anomaly.client.errors"),
    /** A client that asks for far more endpoints than the others. */
    ANOMALY_CLIENT_ENDPOINTS("anomaly.client.endpoints"),
    /** A worker much busier than usual. */
    ANOMALY_SATURATION,
    /** A worker that holds unusually many connections. */
    ANOMALY_CONNECTIONS,
    /** A worker that uses unusually much processor time. */
    ANOMALY_CPU,
    /** A worker whose memory grows unusually. */
    ANOMALY_MEMORY,
    /** Requests wait for a thread. */
    SATURATION_BACKLOG,
    /** No thread is free. */
    SATURATION_THREADS,
    /** A worker was started, stopped or replaced. */
    LIFECYCLE_WORKER,
    /** No stats where there always were some. */
    SILENCE_STATS,
    /** No requests where there always were some. */
    SILENCE_REQUESTS,
    /** Requests that no access line tells of. */
    SILENCE_LOG,
    /** A line that imitates another log line. */
    LOG_FORGED,
    /** A line that nobody understood. */
    LOG_UNPARSED;

    private final String text;

    Signal() {
        this.text = textOf(name());
    }

    Signal(String text) {
        this.text = text;
    }

    /** The name in rules and documents, such as {@code attack.sqli}. */
    public String text() {
        return text;
    }

    /** The signal called {@code text}; empty if there is none. */
    public static Optional<Signal> named(String text) {
        return Arrays.stream(values()).filter(s -> s.text.equals(text)).findFirst();
    }

    /** All names, in the order of declaration. */
    public static List<String> names() {
        return Arrays.stream(values()).map(Signal::text).toList();
    }

    /** The first underscore parts family and class; the others belong to the class. */
    private static String textOf(String constant) {
        return constant.toLowerCase(Locale.ROOT).replaceFirst("_", ".");
    }
}
