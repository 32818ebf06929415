package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines that nobody understood, by the reason. */
final class DeadLetters implements Chapter {
    private static final String TITLE = "Dead letters";
    private static final String LEAD =
            "Lines and documents that could not be used. What is in them was not watched.";

    /** From this share of all lines on somebody should look at the format. */
    private static final double MANY = 0.01;

    private static final Measure SERVICES = new Measure.Distinct(Field.SERVICE);
    private static final Measure HOSTS = new Measure.Distinct(Field.HOST);
    private static final Measure LATEST = new Measure.Latest();

    private final Scope scope;
    private final Overview overview;
    private final Question letters;

    DeadLetters(Scope scope, Overview overview) {
        this.scope = scope;
        this.overview = overview;
        this.letters =
                scope.ask(
                        DocumentStream.DEAD_LETTERS,
                        List.of(),
                        List.of(Field.REASON),
                        List.of(SERVICES, HOSTS, LATEST));
    }

    @Override
    public List<Question> questions() {
        return List.of(letters, scope.before(letters));
    }

    @Override
    public Written write(Material material) {
        String lack = material.lack(DocumentStream.DEAD_LETTERS).orElse("");
        if (!lack.isEmpty()) {
            Section unknown = Section.empty(TITLE, LEAD, "Not known: " + lack + ".");
            return new Written(List.of(unknown), List.of());
        }
        List<List<Cell>> rows = new ArrayList<>();
        long all = 0;
        for (Group group : material.now(letters)) {
            all += group.count();
            rows.add(
                    Section.row(
                            Cell.text(group.key()),
                            Cell.count(group.count()),
                            Cell.count(material.countBefore(letters, group)),
                            Cell.count(group.value(SERVICES)),
                            Cell.count(group.value(HOSTS)),
                            Cell.moment(group.value(LATEST))));
        }
        List<String> columns = List.of("Reason", "Lines", "Before", "Services", "Hosts", "Last");
        return new Written(
                List.of(Section.top(TITLE, LEAD, columns, rows, "Every line was understood.")),
                steps(all, overview.requests(material)));
    }

    private static List<Step> steps(long letters, double requests) {
        double share = letters / (letters + requests);
        if (!(share >= MANY)) {
            return List.of();
        }
        return List.of(
                new Step(
                        Step.Urgency.TODAY,
                        "Find out why lines are not understood",
                        String.format(
                                Locale.ROOT,
                                "%,d dead letters beside %,.0f requests",
                                letters,
                                requests),
                        "unparsed-flood"));
    }
}
