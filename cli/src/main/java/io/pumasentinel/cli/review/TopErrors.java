package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.Condition;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import java.util.ArrayList;
import java.util.List;

/** The most frequent classes of error, and which of them are new. */
final class TopErrors implements Chapter {
    private static final String TITLE = "Top error types";
    private static final String LEAD =
            "Entries of the error output by the error's class; an entry of several lines is one.";

    /** A new class of error is worth a step from so many entries on. */
    private static final int NOTABLE = 10;

    private static final Measure ENDPOINTS = new Measure.Distinct(Field.ENDPOINT);
    private static final Measure HOSTS = new Measure.Distinct(Field.HOST);
    private static final Measure LATEST = new Measure.Latest();

    private final Scope scope;
    private final Question errors;

    TopErrors(Scope scope) {
        this.scope = scope;
        this.errors =
                scope.ask(
                        DocumentStream.ERRORS,
                        List.of(new Condition.Is(Field.DATASET, "puma.error")),
                        List.of(Field.ERROR_TYPE),
                        List.of(ENDPOINTS, HOSTS, LATEST));
    }

    @Override
    public List<Question> questions() {
        return List.of(errors, scope.before(errors));
    }

    @Override
    public Written write(Material material) {
        String lack = material.lack(DocumentStream.ERRORS).orElse("");
        if (!lack.isEmpty()) {
            Section unknown = Section.empty(TITLE, LEAD, "Not known: " + lack + ".");
            return new Written(List.of(unknown), List.of());
        }
        List<List<Cell>> rows = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (Group group : material.now(errors)) {
            double before = material.countBefore(errors, group);
            rows.add(
                    Section.row(
                            Cell.text(group.key()),
                            Cell.count(group.count()),
                            Cell.count(before),
                            Cell.count(group.value(ENDPOINTS)),
                            Cell.count(group.value(HOSTS)),
                            Cell.moment(group.value(LATEST))));
            if (before == 0 && group.count() >= NOTABLE) {
                fresh.add(group.key() + " (" + group.count() + ")");
            }
        }
        List<String> columns = List.of("Error", "Entries", "Before", "Endpoints", "Hosts", "Last");
        return new Written(
                List.of(Section.top(TITLE, LEAD, columns, rows, "No error was written.")),
                steps(fresh));
    }

    private static List<Step> steps(List<String> fresh) {
        return fresh.isEmpty()
                ? List.of()
                : List.of(
                        new Step(
                                Step.Urgency.TODAY,
                                "Look at errors that are new",
                                Words.some(fresh),
                                "unhandled-exceptions"));
    }
}
