package io.pumasentinel.job.alert;

import io.pumasentinel.event.MetricScore;
import java.util.Locale;
import java.util.Map;

/** Says a score in words: what it is about, and how seldom the like is to be expected. */
final class Rarity {
    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("rate", "rate"),
                    Map.entry("errors_4xx", "share of 4xx"),
                    Map.entry("errors_5xx", "share of 5xx"),
                    Map.entry("denied", "share of 401 and 403"),
                    Map.entry("latency.p50", "median latency"),
                    Map.entry("latency.p95", "p95 latency"),
                    Map.entry("latency.p99", "p99 latency"),
                    Map.entry("bytes", "mean response length"),
                    Map.entry("clients", "number of clients"),
                    Map.entry("values", "share of requests with new values"),
                    Map.entry("client.requests", "requests of one client"),
                    Map.entry("client.errors", "share of failures of one client"),
                    Map.entry("client.endpoints", "endpoints of one client"),
                    Map.entry("request_rate", "request rate"),
                    Map.entry("backlog_max", "largest backlog"),
                    Map.entry("queueing", "share of samples with a queue"),
                    Map.entry("cpu", "processor time"),
                    Map.entry("memory_growth", "growth of memory"),
                    Map.entry("reactor_max", "most connections held"));

    /** The score's deviation is 3·√(−log2(1 − score)): 3 at 0.5, 5.5 at 0.9. */
    private static final double EDGE = 3;

    private static final double SELDOM = 0.5;
    private static final double BILLION = 1e9;

    private Rarity() {}

    /** The metric in words; its own name if there are none. */
    static String name(String metric) {
        return NAMES.getOrDefault(metric, metric);
    }

    /**
     * How seldom it is, by what was learned: one in how many, to one digit; empty for scores up to
     * 0.5, which are the band's inside.
     */
    static String words(MetricScore score) {
        if (!(score.score() > SELDOM)) {
            return "";
        }
        double z = EDGE * Math.sqrt(-Math.log(1 - Math.min(score.score(), 1 - 1e-9)) / Math.log(2));
        // Mills: the tail beyond z is nearly the density over z.
        double tail = 2 * Math.exp(-z * z / 2) / (z * Math.sqrt(2 * Math.PI));
        double one = 1 / tail;
        return one >= BILLION
                ? "rarer than one in a billion"
                : "about one in " + String.format(Locale.ROOT, "%,d", rounded(one));
    }

    private static long rounded(double number) {
        double unit = Math.pow(10, Math.floor(Math.log10(number)));
        return Math.round(Math.round(number / unit) * unit);
    }
}
