package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.ReviewedAlert;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Hosts, workers, services and logs that fell silent, as alerts tell it. */
final class Silence implements Chapter {
    /** The rules that tell of silence. */
    static final Set<String> RULES =
            Set.of("host-silent", "worker-silent", "service-silent", "access-log-missing");

    private record Noticed(ReviewedAlert alert, ReviewedAlert.Part part) {}

    @Override
    public List<Question> questions() {
        return List.of();
    }

    @Override
    public Written write(Material material) {
        List<Noticed> all = new ArrayList<>();
        for (ReviewedAlert alert : material.alerts()) {
            for (ReviewedAlert.Part part : alert.parts()) {
                if (RULES.contains(part.rule())) {
                    all.add(new Noticed(alert, part));
                }
            }
        }
        all.sort(
                Comparator.comparing((Noticed one) -> one.part().first())
                        .thenComparing(one -> one.alert().id())
                        .thenComparing(one -> one.part().rule()));
        List<List<Cell>> rows = all.stream().map(Silence::row).toList();
        Section section =
                Section.top(
                        "Silence",
                        "What stopped talking: nothing is known of that time, which is not the same"
                                + " as a quiet time.",
                        List.of("Noticed", "What", "Whom", "Service", "Status", "Runbook"),
                        rows,
                        "Nothing fell silent.");
        return new Written(List.of(section), steps(all));
    }

    private static List<Cell> row(Noticed one) {
        return Section.row(
                new Cell.Moment(one.part().first()),
                Cell.text(one.part().title()),
                Cell.text(one.alert().entity()),
                Cell.text(one.alert().service()),
                Cell.text(one.alert().status()),
                new Cell.Runbook(one.part().rule()));
    }

    private static List<Step> steps(List<Noticed> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        List<String> whom = all.stream().map(one -> one.alert().entity()).toList();
        return List.of(
                new Step(
                        Step.Urgency.TODAY,
                        "Make sure that the silent talk again",
                        Words.some(whom),
                        all.get(0).part().rule()));
    }
}
