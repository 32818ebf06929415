package io.pumasentinel.cli.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** A backtest as JSON; what does not exist, such as the delay of a missed episode, is null. */
final class BacktestJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BacktestJson() {}

    static ObjectNode of(Judged judged, Figures figures, Duration bound, Duration tail) {
        ObjectNode json = JSON.createObjectNode();
        json.put("watermark_bound_seconds", bound.toMillis() / 1000.0);
        json.put("tail_seconds", tail.toMillis() / 1000.0);
        figures(json.putObject("figures"), figures);
        ArrayNode episodes = json.putArray("episodes");
        judged.episodes().forEach(result -> episode(episodes.addObject(), result));
        ArrayNode alerts = json.putArray("alerts");
        judged.alerts().forEach(result -> alert(alerts.addObject(), result, judged));
        ArrayNode rules = json.putArray("rules");
        for (RuleResult r : judged.rules()) {
            ObjectNode rule = rules.addObject();
            rule.put("rule", r.rule()).put("alerts", r.told()).put("tell", r.tells());
            rule.put("symptom", r.symptoms()).put("false", r.falses());
            rule.put("episodes_expected", r.expected()).put("episodes_found", r.found());
        }
        return json;
    }

    private static void figures(ObjectNode json, Figures f) {
        number(json, "recall", f.recall());
        json.put("found", f.found()).put("missed", f.missed()).put("not_visible", f.notVisible());
        number(json, "precision", f.precision());
        number(json, "exact_precision", f.exactPrecision());
        json.put("alerts", f.alerts()).put("telling", f.telling()).put("symptoms", f.symptoms());
        json.put("false_alerts", f.falses()).put("false_parts", f.falseParts());
        json.put("most_alerts_of_one_episode", f.mostAlerts());
        number(json, "days", f.days());
        number(json, "alerts_per_day", f.alertsPerDay());
        number(json, "false_alerts_per_day", f.falseAlertsPerDay());
        number(json, "median_seconds_after_start", f.medianSeconds());
        number(json, "slowest_count_seconds_after_threshold", f.slowestCountSeconds());
        number(json, "slowest_window_seconds_after_threshold", f.slowestWindowSeconds());
    }

    private static void episode(ObjectNode json, EpisodeResult result) {
        Episode episode = result.episode();
        json.put("name", episode.name());
        json.put("kind", episode.kind().name().toLowerCase(Locale.ROOT));
        json.put("start", episode.start().toString()).put("end", episode.end().toString());
        json.put("outcome", result.outcome().name().toLowerCase(Locale.ROOT));
        json.put("reason", result.reason());
        json.put("rule", result.found().map(t -> t.part().rule()).orElse(null));
        json.put("alert", result.found().map(t -> t.alert().id()).orElse(null));
        json.put("told_before", result.found().map(Telling::goesOn).orElse(null));
        number(json, "seconds_after_start", result.secondsAfterStart());
        number(json, "seconds_after_threshold", result.secondsAfterThreshold());
        json.put("alerts", result.alerts());
    }

    private static void alert(ObjectNode json, AlertResult result, Judged judged) {
        AlertHistory alert = result.alert();
        json.put("id", alert.id()).put("rule", alert.rule()).put("level", alert.level());
        json.put("entity", alert.entity().value());
        json.put("held", Instant.ofEpochMilli(alert.begin().heldMillis()).toString());
        json.put("told", Instant.ofEpochMilli(alert.begin().toldMillis()).toString());
        json.put("verdict", result.verdict().name().toLowerCase(Locale.ROOT));
        int cause = result.cause();
        json.put("began_with", cause < 0 ? null : judged.episodes().get(cause).episode().name());
        ArrayNode tells = json.putArray("tells");
        result.tells().forEach(i -> tells.add(judged.episodes().get(i).episode().name()));
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isNaN(value)) {
            json.putNull(name);
        } else {
            json.put(name, value);
        }
    }
}
