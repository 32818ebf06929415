package io.pumasentinel.cli.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures as rows, alone or side by side. */
final class FigureTable {
    /** From the threshold to the alert, beside the watermark's delay. */
    private static final Duration COUNTS = Duration.ofSeconds(2);

    private static final Duration WINDOWS = Duration.ofSeconds(20);

    private FigureTable() {}

    static Section of(Figures figures, Duration watermarkBound) {
        Map<String, String> promised = promises(watermarkBound);
        List<List<String>> rows = new ArrayList<>();
        values(figures)
                .forEach(
                        (name, value) ->
                                rows.add(List.of(name, value, promised.getOrDefault(name, ""))));
        return new Section("Figures", List.of("figure", "value", "promised at most"), rows);
    }

    static Section compared(Figures first, Figures second) {
        Map<String, String> other = values(second);
        List<List<String>> rows = new ArrayList<>();
        values(first)
                .forEach(
                        (name, value) ->
                                rows.add(
                                        Differences.row(
                                                name, value, other.getOrDefault(name, ""))));
        return new Section("Figures", Differences.headers("figure"), rows);
    }

    private static Map<String, String> values(Figures f) {
        Map<String, String> values = new LinkedHashMap<>();
        int visible = f.found() + f.missed();
        values.put("recall", ratio(f.recall(), f.found(), visible));
        values.put("episodes missed", String.valueOf(f.missed()));
        values.put("episodes not visible in the input", String.valueOf(f.notVisible()));
        values.put("alerts", String.valueOf(f.alerts()));
        values.put("precision", ratio(f.precision(), f.alerts() - f.falses(), f.alerts()));
        values.put(
                "alerts that name an episode", ratio(f.exactPrecision(), f.telling(), f.alerts()));
        values.put("alerts that are symptoms of one", String.valueOf(f.symptoms()));
        values.put("false alerts", String.valueOf(f.falses()));
        values.put("rules that held for nothing, in any alert", String.valueOf(f.falseParts()));
        values.put("most alerts of one episode", String.valueOf(f.mostAlerts()));
        values.put("hours of input", decimal(f.days() * 24));
        values.put("alerts a day at this rate", decimal(f.alertsPerDay()));
        values.put("false alerts a day at this rate", decimal(f.falseAlertsPerDay()));
        values.put("start to alert, median", seconds(f.medianSeconds()));
        values.put(SLOWEST_COUNT, seconds(f.slowestCountSeconds()));
        values.put(SLOWEST_WINDOW, seconds(f.slowestWindowSeconds()));
        return values;
    }

    private static final String SLOWEST_COUNT = "threshold to alert, slowest count";
    private static final String SLOWEST_WINDOW = "threshold to alert, slowest window";

    private static Map<String, String> promises(Duration watermarkBound) {
        return Map.of(
                SLOWEST_COUNT, seconds(COUNTS.plus(watermarkBound).toMillis() / 1000.0),
                SLOWEST_WINDOW, seconds(WINDOWS.plus(watermarkBound).toMillis() / 1000.0));
    }

    private static String ratio(double value, int part, int whole) {
        return String.format(Locale.ROOT, "%.1f %% (%d of %d)", 100 * value, part, whole);
    }

    private static String decimal(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    static String seconds(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.1f s", value);
    }
}
