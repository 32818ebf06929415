package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.ReviewedAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which rules raise most of the alerts, and whether that is one entity's doing. */
final class NoisyRules implements Chapter {
    /** A rule is noisy from so many alerts on that are this share of all. */
    private static final int NOISY_ALERTS = 5;

    private static final double NOISY_SHARE = 0.2;
    private static final double ONE_ENTITY = 0.5;

    @Override
    public List<Question> questions() {
        return List.of();
    }

    @Override
    public Written write(Material material) {
        Map<String, List<ReviewedAlert>> byRule =
                material.alerts().stream()
                        .collect(
                                Collectors.groupingBy(
                                        ReviewedAlert::rule,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        List<List<ReviewedAlert>> rules = new ArrayList<>(byRule.values());
        rules.sort(
                Comparator.comparingInt((List<ReviewedAlert> alerts) -> -alerts.size())
                        .thenComparing(alerts -> alerts.get(0).rule()));
        List<List<Cell>> rows = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (List<ReviewedAlert> alerts : rules) {
            String look = suggestion(alerts, material.alerts().size());
            rows.add(row(alerts, look, material));
            if (!look.isEmpty()) {
                String why = Words.number(alerts.size(), "alert") + "; " + look;
                String rule = alerts.get(0).rule();
                steps.add(new Step(Step.Urgency.THIS_WEEK, "Tune the rule " + rule, why, rule));
            }
        }
        return new Written(List.of(section(rows)), steps);
    }

    private static Section section(List<List<Cell>> rows) {
        return Section.top(
                "Noisiest rules",
                "By the rule that names the alert, its worst part. From five alerts on that are a"
                    + " fifth of all, a rule deserves a look at its runbook's section Tune; all the"
                    + " more if no person ever decided about its alerts.",
                List.of(
                        "Rule",
                        "Level",
                        "Alerts",
                        "Share",
                        "Before",
                        "Entities",
                        "By a person",
                        "Look",
                        "Runbook"),
                rows,
                "No alert fired.");
    }

    private static List<Cell> row(List<ReviewedAlert> alerts, String look, Material material) {
        ReviewedAlert first = alerts.get(0);
        long before =
                material.earlier().stream().filter(a -> a.rule().equals(first.rule())).count();
        boolean known = material.isComparable(DocumentStream.ALERTS);
        return Section.row(
                Cell.text(first.rule()),
                new Cell.Grade(first.level()),
                Cell.count(alerts.size()),
                Cell.share(alerts.size(), material.alerts().size()),
                Cell.count(known ? before : Double.NaN),
                Cell.count(alerts.stream().map(ReviewedAlert::entity).distinct().count()),
                Cell.count(alerts.stream().filter(ReviewedAlert::handled).count()),
                Cell.text(look),
                new Cell.Runbook(first.rule()));
    }

    /** What may make it quieter; empty if it is quiet. */
    private static String suggestion(List<ReviewedAlert> alerts, int all) {
        if (alerts.size() < NOISY_ALERTS || alerts.size() < NOISY_SHARE * all) {
            return "";
        }
        Map<String, Long> entities =
                alerts.stream()
                        .map(ReviewedAlert::entity)
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Map.Entry<String, Long> most =
                entities.entrySet().stream()
                        .max(
                                Map.Entry.<String, Long>comparingByValue()
                                        .thenComparing(Map.Entry.comparingByKey()))
                        .orElseThrow();
        return most.getValue() >= ONE_ENTITY * alerts.size()
                ? "most are about " + most.getKey() + ": repair it, or leave it out of the rule"
                : "many entities: is the threshold too low?";
    }
}
