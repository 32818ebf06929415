package io.pumasentinel.sigma;

import io.pumasentinel.event.Technique;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes {@code docs/rules.md} from the shipped rules. */
final class RulesReference {
    private static final String HEAD =
            """
            # Rules

            <!-- Generated from the rules: mvn -pl cep-patterns -am test -Dtest=RulesReferenceTest \
            -Dsurefire.failIfNoSpecifiedTests=false -Dgolden.rewrite=true -->

            Every rule is a Sigma file in a folder of its own, with its cases beside it:
            `cep-patterns/src/main/resources/rules/<family>/<rule>/`. A rule that alerts has a runbook.

            Engines: `single` looks at one event; `sliding` counts in a sliding window of event time;
            `cep` is an ordered sequence, run by Flink CEP.
            """;

    private final List<String> lines = new ArrayList<>();

    private RulesReference() {}

    static String markdown(RuleSet rules) {
        RulesReference reference = new RulesReference();
        List<Row> rows = rows(rules);
        reference.alerting(rows.stream().filter(Row::alerting).toList());
        reference.base(rows.stream().filter(row -> !row.alerting()).toList());
        return HEAD + String.join("\n", reference.lines) + "\n";
    }

    private void alerting(List<Row> rows) {
        Map<String, List<Row>> byFamily = new TreeMap<>();
        for (Row row : rows) {
            byFamily.computeIfAbsent(row.meta().category(), any -> new ArrayList<>()).add(row);
        }
        byFamily.forEach(
                (family, members) -> {
                    heading("Alerts: " + family);
                    lines.add(
                            "| rule | engine | level | ATT&CK | title | holds when | harmless"
                                    + " causes |");
                    lines.add("|---|---|---|---|---|---|---|");
                    members.forEach(row -> lines.add(alert(row)));
                });
    }

    private void base(List<Row> rows) {
        heading("What they are made of");
        lines.add(
                "These never alert by themselves; the rules above count them or put them in"
                        + " order.");
        lines.add("");
        lines.add("| rule | engine | signal | ATT&CK | title | holds when |");
        lines.add("|---|---|---|---|---|---|");
        for (Row row : rows) {
            String signal = row.meta().signal();
            lines.add(
                    cells(
                            "`" + row.meta().name() + "`",
                            row.engine(),
                            signal == null ? "–" : "`" + signal + "`",
                            techniques(row),
                            row.meta().title(),
                            row.condition()));
        }
    }

    private static String alert(Row row) {
        RuleMeta meta = row.meta();
        return cells(
                "[" + meta.name() + "](runbooks/" + meta.name() + ".md)",
                row.engine(),
                meta.level().name().toLowerCase(Locale.ROOT),
                techniques(row),
                meta.title(),
                row.condition(),
                String.join("; ", meta.falsePositives()));
    }

    private void heading(String text) {
        lines.addAll(List.of("", "## " + text, ""));
    }

    private static String cells(String... cells) {
        return Stream.of(cells)
                .map(cell -> cell.replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String techniques(Row row) {
        String ids =
                row.meta().techniques().stream()
                        .map(Technique::id)
                        .collect(Collectors.joining(", "));
        return ids.isEmpty() ? "–" : ids;
    }

    /** A rule and what the tables say about it. */
    private record Row(RuleMeta meta, String engine, boolean alerting, String condition) {}

    private static List<Row> rows(RuleSet rules) {
        List<Row> rows = new ArrayList<>();
        for (DetectionRule rule : rules.detections()) {
            String source = rule.source().name().toLowerCase(Locale.ROOT);
            rows.add(
                    new Row(
                            rule.meta(),
                            "single",
                            rule.alerting(),
                            "one event of `" + source + "`"));
        }
        for (CorrelationRule rule : rules.correlations()) {
            boolean sequence = rule.type() == CorrelationType.TEMPORAL_ORDERED;
            String engine = sequence ? "cep" : "sliding";
            rows.add(new Row(rule.meta(), engine, rule.alerting(), condition(rule)));
        }
        return rows;
    }

    private static String condition(CorrelationRule rule) {
        String names = String.join("`, then `", rule.rules());
        String what =
                switch (rule.type()) {
                    case EVENT_COUNT -> bounds(rule) + " × `" + names + "`";
                    case VALUE_COUNT ->
                            bounds(rule)
                                    + " different "
                                    + "`"
                                    + Grouping.text(rule.fields())
                                    + "`"
                                    + " in `"
                                    + names
                                    + "`";
                    case VALUE_SUM -> "sum of " + amount(rule);
                    case VALUE_AVG -> "mean of " + amount(rule);
                    case TEMPORAL ->
                            "all of `" + String.join("`, `", rule.rules()) + "`, in any order";
                    case TEMPORAL_ORDERED -> "`" + names + "`";
                };
        String group = rule.groupText();
        String per = group.isEmpty() ? "the service" : "one `" + group + "`";
        return what + ", of " + per + ", within " + timespan(rule.timespanMillis());
    }

    private static String amount(CorrelationRule rule) {
        String names = String.join("`, `", rule.rules());
        String field = Grouping.text(rule.fields());
        return "`%s` in `%s`: %s".formatted(field, names, rule.bounds().text());
    }

    private static String bounds(CorrelationRule rule) {
        Bounds bounds = rule.bounds();
        return bounds.capped() ? bounds.text() : String.valueOf((long) bounds.least());
    }

    private static String timespan(long millis) {
        return millis % 60_000 == 0 ? millis / 60_000 + " min" : millis / 1000 + " s";
    }
}
