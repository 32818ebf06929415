package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.ReviewedAlert;
import io.pumasentinel.event.Level;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Alerts by level and by what became of them, then those that wait for somebody. */
final class AlertsByOutcome implements Chapter {
    private static final String TITLE = "Alerts by outcome";
    private static final String LEAD =
            "Alerts that fired in the span, as they stand now. Open and ongoing ones wait for"
                    + " somebody; closed ones were quiet for the cooldown or a person closed them.";
    private static final List<String> KNOWN =
            List.of("open", "ongoing", "acknowledged", "muted", "closed");
    private static final Comparator<ReviewedAlert> WORST_FIRST =
            Comparator.comparing(ReviewedAlert::level)
                    .reversed()
                    .thenComparing(ReviewedAlert::fired)
                    .thenComparing(ReviewedAlert::id);

    @Override
    public List<Question> questions() {
        return List.of();
    }

    @Override
    public Written write(Material material) {
        List<ReviewedAlert> waiting =
                material.alerts().stream()
                        .filter(ReviewedAlert::isUnattended)
                        .sorted(WORST_FIRST)
                        .toList();
        return new Written(List.of(outcomes(material), waiting(waiting)), steps(waiting));
    }

    private static Section outcomes(Material material) {
        if (material.alerts().isEmpty() && material.earlier().isEmpty()) {
            return Section.empty(TITLE, LEAD, "No alert fired.");
        }
        List<String> statuses = statuses(material.alerts());
        List<String> columns = new ArrayList<>(List.of("Level", "Alerts"));
        statuses.forEach(status -> columns.add(Words.capitalised(status)));
        columns.addAll(List.of("By a person", "Before"));
        List<List<Cell>> rows = new ArrayList<>();
        List<Level> worstFirst = new ArrayList<>(List.of(Level.values()));
        Collections.reverse(worstFirst);
        for (Level level : worstFirst) {
            List<ReviewedAlert> now = of(level, material.alerts());
            List<ReviewedAlert> earlier = of(level, material.earlier());
            if (!now.isEmpty() || !earlier.isEmpty()) {
                rows.add(row(new Cell.Grade(level), now, earlier.size(), statuses, material));
            }
        }
        rows.add(
                row(
                        Cell.text("all"),
                        material.alerts(),
                        material.earlier().size(),
                        statuses,
                        material));
        return new Section(TITLE, LEAD, columns, rows, "");
    }

    private static List<Cell> row(
            Cell head,
            List<ReviewedAlert> alerts,
            int before,
            List<String> statuses,
            Material material) {
        List<Cell> row = new ArrayList<>(List.of(head, Cell.count(alerts.size())));
        for (String status : statuses) {
            row.add(Cell.count(alerts.stream().filter(a -> a.status().equals(status)).count()));
        }
        row.add(Cell.count(alerts.stream().filter(ReviewedAlert::handled).count()));
        boolean known = material.isComparable(DocumentStream.ALERTS);
        row.add(Cell.count(known ? before : Double.NaN));
        return row;
    }

    private static List<ReviewedAlert> of(Level level, List<ReviewedAlert> alerts) {
        return alerts.stream().filter(alert -> alert.level() == level).toList();
    }

    private static List<String> statuses(List<ReviewedAlert> alerts) {
        Set<String> found = new TreeSet<>();
        alerts.forEach(alert -> found.add(alert.status()));
        Set<String> ordered = new LinkedHashSet<>(KNOWN);
        ordered.retainAll(found);
        ordered.addAll(found);
        return new ArrayList<>(ordered);
    }

    private static Section waiting(List<ReviewedAlert> waiting) {
        List<List<Cell>> rows = new ArrayList<>();
        for (ReviewedAlert alert : waiting) {
            rows.add(
                    Section.row(
                            new Cell.Grade(alert.level()),
                            new Cell.Moment(alert.fired()),
                            Cell.text(alert.title()),
                            Cell.text(alert.entity()),
                            Cell.text(alert.service()),
                            Cell.text(alert.status()),
                            Cell.text(alert.shortId()),
                            new Cell.Runbook(alert.rule())));
        }
        return Section.top(
                "Alerts that wait for somebody",
                "Neither closed nor acknowledged nor muted, worst first. puma-sentinel ack ID takes"
                        + " one on.",
                List.of("Level", "Fired", "Alert", "About", "Service", "Status", "Id", "Runbook"),
                rows,
                "None.");
    }

    private static List<Step> steps(List<ReviewedAlert> waiting) {
        Map<String, List<ReviewedAlert>> byRule = new LinkedHashMap<>();
        waiting.stream()
                .filter(ReviewedAlert::isSerious)
                .forEach(a -> byRule.computeIfAbsent(a.rule(), none -> new ArrayList<>()).add(a));
        List<Step> steps = new ArrayList<>();
        byRule.forEach(
                (rule, alerts) -> {
                    ReviewedAlert worst = alerts.get(0);
                    Step.Urgency when =
                            worst.level() == Level.CRITICAL ? Step.Urgency.NOW : Step.Urgency.TODAY;
                    List<String> entities = alerts.stream().map(ReviewedAlert::entity).toList();
                    steps.add(
                            new Step(
                                    when,
                                    "Attend to: " + worst.title(),
                                    Words.number(alerts.size(), "alert")
                                            + " waiting, about "
                                            + Words.some(entities),
                                    rule));
                });
        return steps;
    }
}
