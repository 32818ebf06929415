package io.pumasentinel.cli.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Endpoint windows in bounded number that still cover the whole time of the input.
 *
 * <p>Where there are more than the limit, neighbouring windows of one endpoint become one document:
 * counts are added up, everything else comes from the most anomalous of them, so that no peak is
 * averaged away. The merged length starts at 20 s and doubles until the documents fit; at a day it
 * stops, and {@link NewestHits} keeps the newest.
 */
final class MergedWindows {

    private static final long FIRST_SECONDS = 20;
    private static final long LAST_SECONDS = 81_920;

    private record Key(long start, String service, String endpoint) {}

    private record Window(Instant start, double score, ObjectNode document) {}

    private final int limit;
    private final SourceFilter filter;
    private Map<Key, Window> kept = new LinkedHashMap<>();
    private long seconds = 1;
    private long total;

    MergedWindows(int limit, SourceFilter filter) {
        this.limit = limit;
        this.filter = filter;
    }

    /** Takes one window; one without a valid {@code @timestamp} cannot be drawn and only counts. */
    void add(JsonNode document) {
        total++;
        Instant start;
        try {
            start = Instant.parse(document.path("@timestamp").asText());
        } catch (DateTimeParseException e) {
            return;
        }
        double score = document.path("sentinel").path("anomaly").path("score").asDouble(0);
        put(new Window(start, score, filter.apply(document).deepCopy()));
        while (kept.size() > limit && seconds < LAST_SECONDS) {
            widen();
        }
    }

    private void widen() {
        seconds = Math.max(FIRST_SECONDS, seconds * 2);
        Map<Key, Window> narrow = kept;
        kept = new LinkedHashMap<>();
        narrow.values().forEach(this::put);
    }

    private void put(Window window) {
        Key key =
                new Key(
                        Math.floorDiv(window.start().getEpochSecond(), seconds) * seconds,
                        window.document().path("service").path("name").asText(),
                        window.document().path("puma").path("endpoint").asText());
        kept.merge(key, window, MergedWindows::merge);
    }

    private static Window merge(Window one, Window other) {
        Window worst = other.score() > one.score() ? other : one;
        JsonNode first = counts(one.document());
        JsonNode second = counts(other.document());
        ObjectNode merged = worst.document().withObject("/sentinel/window");
        for (String name : new String[] {"count", "errors_4xx", "errors_5xx", "bytes"}) {
            merged.put(name, first.path(name).asLong() + second.path(name).asLong());
        }
        return worst;
    }

    private static JsonNode counts(ObjectNode document) {
        return document.path("sentinel").path("window");
    }

    /** Hands over the documents; all windows taken count as matched. */
    void into(NewestHits hits) {
        for (Map.Entry<Key, Window> window : kept.entrySet()) {
            ObjectNode document = window.getValue().document();
            if (seconds >= FIRST_SECONDS) {
                document.put(
                        "@timestamp", Instant.ofEpochSecond(window.getKey().start()).toString());
                document.withObject("/sentinel/window").put("size_seconds", seconds);
            }
            hits.add(document);
        }
        hits.alsoMatched(total - kept.size());
    }
}
