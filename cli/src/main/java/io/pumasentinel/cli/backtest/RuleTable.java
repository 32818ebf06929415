package io.pumasentinel.cli.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every rule that was told or expected. */
final class RuleTable {
    private static final RuleResult NOTHING = new RuleResult("", 0, 0, 0, 0, 0, 0);

    private RuleTable() {}

    static Section of(Judged judged) {
        List<List<String>> rows = new ArrayList<>();
        for (RuleResult r : judged.rules()) {
            rows.add(
                    List.of(
                            r.rule(),
                            String.valueOf(r.told()),
                            String.valueOf(r.tells()),
                            String.valueOf(r.symptoms()),
                            String.valueOf(r.falses()),
                            r.found() + " of " + r.expected()));
        }
        return new Section(
                "Rules",
                List.of(
                        "rule",
                        "alerts",
                        "tell",
                        "symptom",
                        "false",
                        "tells of the episodes that it may"),
                rows);
    }

    static Section compared(Judged first, Judged second) {
        Map<String, RuleResult> ones = byName(first);
        Map<String, RuleResult> others = byName(second);
        TreeSet<String> all = new TreeSet<>(ones.keySet());
        all.addAll(others.keySet());
        List<List<String>> rows = new ArrayList<>();
        for (String rule : all) {
            rows.add(
                    Differences.row(
                            rule,
                            cell(ones.getOrDefault(rule, NOTHING)),
                            cell(others.getOrDefault(rule, NOTHING))));
        }
        return new Section(
                "Rules: alerts, of them false; episodes found", Differences.headers("rule"), rows);
    }

    private static String cell(RuleResult r) {
        return r.told() + ", " + r.falses() + " false; " + r.found() + " of " + r.expected();
    }

    private static Map<String, RuleResult> byName(Judged judged) {
        return judged.rules().stream()
                .collect(
                        Collectors.toMap(
                                RuleResult::rule, Function.identity(), (a, b) -> a, TreeMap::new));
    }
}
