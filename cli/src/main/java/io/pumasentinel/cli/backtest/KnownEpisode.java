package io.pumasentinel.cli.backtest;

import static io.pumasentinel.cli.backtest.EpisodeKind.ATTACK;
import static io.pumasentinel.cli.backtest.EpisodeKind.FAULT;
import static io.pumasentinel.cli.backtest.EpisodeKind.NORMAL;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the name of an episode says where its line does not: the names of the captures, which any
 * truth may use. Documented in {@code docs/backtest.md}.
 *
 * @param kind whether an alert is wanted
 * @param rules the shipped rules that tell it for what it was
 * @param shownBy what it leaves; empty for what follows from its subject
 */
record KnownEpisode(EpisodeKind kind, Set<String> rules, Set<Trace> shownBy) {
    private static final Map<String, KnownEpisode> BY_NAME = table();

    /** What is known of the name. */
    static Optional<KnownEpisode> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** All of them, by name. */
    static Map<String, KnownEpisode> all() {
        return BY_NAME;
    }

    private static Map<String, KnownEpisode> table() {
        Map<String, KnownEpisode> t = new TreeMap<>();
        for (String normal : List.of("baseline", "cooldown", "phased_restart")) {
            t.put(normal, new KnownEpisode(NORMAL, Set.of(), Set.of()));
        }
        t.put(
                "brute_force",
                of(ATTACK, "brute-force brute-force-then-success brute-force-then-admin"));
        t.put("credential_stuffing", of(ATTACK, "credential-stuffing"));
        t.put("password_spraying", of(ATTACK, "password-spraying"));
        t.put("dir_scan_exploit", of(ATTACK, "path-scan scan-then-hit scan-then-exploit"));
        t.put("path_traversal", of(ATTACK, "path-traversal traversal-then-success"));
        t.put("sqli", of(ATTACK, "sqli-probing sqli-then-exfiltration sql-syntax-error"));
        t.put("xss", of(ATTACK, "xss-probing"));
        t.put("idor_enum", of(ATTACK, "id-enumeration sign-in-then-enumeration"));
        t.put("scanner_user_agents", of(ATTACK, "scanner-user-agent", Trace.USER_AGENT));
        t.put("malformed_probes", of(ATTACK, "parse-error-burst", Trace.ERROR_OUTPUT));
        t.put("slowloris", of(ATTACK, "slow-clients", Trace.REACTOR));
        t.put("slow_body", of(ATTACK, "slow-clients", Trace.REQUESTS, Trace.REACTOR));
        t.put("request_flood", of(ATTACK, "request-flood service-flood client-flood"));
        t.put("latency_regression", of(FAULT, "latency-regression latency-drift"));
        t.put("orders_5xx_burst", of(FAULT, "error-burst error-surge error-drift"));
        t.put("unhandled_exceptions", of(FAULT, "unhandled-exceptions", Trace.ERROR_OUTPUT));
        t.put("worker_kill9", of(FAULT, "worker-replaced", Trace.STATS, Trace.LIFECYCLE));
        return Collections.unmodifiableMap(t);
    }

    private static KnownEpisode of(EpisodeKind kind, String rules, Trace... shownBy) {
        Set<String> names = Set.copyOf(Arrays.asList(rules.split(" ", -1)));
        return new KnownEpisode(kind, names, Set.of(shownBy));
    }
}
