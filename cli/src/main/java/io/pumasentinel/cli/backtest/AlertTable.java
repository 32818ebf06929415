package io.pumasentinel.cli.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every alert with what it is worth. */
final class AlertTable {
    private AlertTable() {}

    static Section of(Judged judged) {
        List<List<String>> rows = new ArrayList<>();
        for (AlertResult result : judged.alerts()) {
            AlertHistory alert = result.alert();
            rows.add(
                    List.of(
                            EpisodeTable.clock(Instant.ofEpochMilli(alert.begin().heldMillis())),
                            alert.level(),
                            alert.rule(),
                            alert.entity().value(),
                            result.verdict().name().toLowerCase(Locale.ROOT),
                            result.cause() < 0 ? "–" : name(judged, result.cause()),
                            result.tells().stream()
                                    .map(i -> name(judged, i))
                                    .collect(Collectors.joining(", "))));
        }
        return new Section(
                "Alerts",
                List.of("held", "level", "alert", "entity", "verdict", "began with", "tells"),
                rows);
    }

    /** Those that only one of two raised; an alert is the same if its id is. */
    static Section differing(Judged first, Judged second) {
        List<List<String>> rows = new ArrayList<>();
        rows.addAll(only("first", first, second));
        rows.addAll(only("second", second, first));
        return new Section(
                "Alerts of one only",
                List.of("only in", "held", "level", "alert", "entity", "verdict"),
                rows);
    }

    private static List<List<String>> only(String side, Judged own, Judged other) {
        Set<String> known = new HashSet<>();
        other.alerts().forEach(result -> known.add(result.alert().id()));
        List<List<String>> rows = new ArrayList<>();
        for (AlertResult result : own.alerts()) {
            AlertHistory alert = result.alert();
            if (!known.contains(alert.id())) {
                rows.add(
                        List.of(
                                side,
                                EpisodeTable.clock(
                                        Instant.ofEpochMilli(alert.begin().heldMillis())),
                                alert.level(),
                                alert.rule(),
                                alert.entity().value(),
                                result.verdict().name().toLowerCase(Locale.ROOT)));
            }
        }
        return rows;
    }

    private static String name(Judged judged, int episode) {
        return judged.episodes().get(episode).episode().name();
    }
}
