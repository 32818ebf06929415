package io.pumasentinel.cli.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.event.Entity;
import io.pumasentinel.event.EntityType;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Puts the versions of alerts, as the job told them one by one, together to their histories. */
final class AlertHistories {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long boundMillis;
    private final long endMillis;
    private final Map<String, Map<String, List<Hold>>> holds = new LinkedHashMap<>();
    private final Map<String, Map<String, Long>> firsts = new LinkedHashMap<>();
    private final Map<String, JsonNode> latest = new LinkedHashMap<>();

    /**
     * @param boundMillis how far the watermark stays behind the newest event
     * @param endMillis the last event of the input: when what was told at its end was told
     */
    AlertHistories(long boundMillis, long endMillis) {
        this.boundMillis = boundMillis;
        this.endMillis = endMillis;
    }

    /** From the file that {@link BacktestSinks} wrote, in the order of their beginning. */
    static List<AlertHistory> read(Path folder, long boundMillis, long endMillis)
            throws IOException {
        AlertHistories histories = new AlertHistories(boundMillis, endMillis);
        try (BufferedReader lines = Files.newBufferedReader(folder.resolve(BacktestSinks.TOLD))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JSON.readTree(line);
                histories.add(told.path("alert"), told.path("watermark").asLong());
            }
        }
        return histories.all();
    }

    /** Takes the next version of an alert, its document. */
    void add(JsonNode alert, long watermarkMillis) {
        String id = alert.at("/sentinel/alert/id").asText();
        long told = toldMillis(watermarkMillis);
        Map<String, List<Hold>> parts = holds.computeIfAbsent(id, k -> new LinkedHashMap<>());
        for (JsonNode part : alert.at("/sentinel/alert/parts")) {
            String rule = part.path("rule_id").asText();
            long held = millis(part.path("last"));
            List<Hold> known = parts.computeIfAbsent(rule, k -> new ArrayList<>());
            if (known.isEmpty()) {
                firsts.computeIfAbsent(id, k -> new LinkedHashMap<>())
                        .put(rule, millis(part.path("first")));
            }
            if (known.isEmpty() || held > known.get(known.size() - 1).heldMillis()) {
                known.add(new Hold(held, told));
            }
        }
        latest.put(id, alert);
    }

    /** The alerts so far, in the order of their beginning. */
    List<AlertHistory> all() {
        List<AlertHistory> all = new ArrayList<>();
        latest.forEach((id, alert) -> all.add(history(id, alert)));
        all.sort(
                Comparator.comparingLong((AlertHistory a) -> a.begin().heldMillis())
                        .thenComparing(AlertHistory::id));
        return all;
    }

    private AlertHistory history(String id, JsonNode alert) {
        List<ToldPart> parts = new ArrayList<>();
        holds.getOrDefault(id, Map.of())
                .forEach(
                        (rule, held) -> parts.add(new ToldPart(rule, firstMillis(id, rule), held)));
        JsonNode about = alert.at("/sentinel/alert");
        String type = about.at("/entity/type").asText().toUpperCase(Locale.ROOT);
        Entity entity = new Entity(EntityType.valueOf(type), about.at("/entity/value").asText());
        return new AlertHistory(
                id,
                entity,
                entity.type() == EntityType.GROUP ? addresses(alert) : Set.of(),
                alert.at("/rule/id").asText(),
                about.path("level").asText(),
                parts);
    }

    private static Set<String> addresses(JsonNode alert) {
        Set<String> addresses = new HashSet<>();
        alert.at("/related/ip").forEach(address -> addresses.add(address.asText()));
        return addresses;
    }

    private long firstMillis(String id, String rule) {
        return firsts.getOrDefault(id, Map.of()).getOrDefault(rule, 0L);
    }

    /** The watermark stays one millisecond more than the bound behind the newest second. */
    private long toldMillis(long watermarkMillis) {
        return watermarkMillis == Long.MAX_VALUE ? endMillis : watermarkMillis + 1 + boundMillis;
    }

    private static long millis(JsonNode instant) {
        return Instant.parse(instant.asText()).toEpochMilli();
    }
}
