package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.ReviewSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A review, ready to be printed.
 *
 * @param scope what it is about
 * @param remark what limits it; may be empty
 * @param figures the overview
 * @param sections its tables: first what to do, then why
 */
public record Review(Scope scope, String remark, List<Figure> figures, List<Section> sections) {
    private static final String INCOMPARABLE =
            "There is nothing to compare with: no request is recorded where the span before"
                    + " begins.";

    /** Keeps copies. */
    public Review {
        figures = List.copyOf(figures);
        sections = List.copyOf(sections);
    }

    /**
     * Reviews a span.
     *
     * @throws IOException if the source cannot be read, or only in part
     */
    public static Review of(ReviewSource source, Scope scope) throws IOException {
        Overview overview = new Overview(scope);
        List<Chapter> chapters =
                List.of(
                        new AlertsByOutcome(),
                        new NoisyRules(),
                        new SuspiciousAddresses(scope),
                        new SuspiciousAgents(scope),
                        new SignIns(scope),
                        new TopErrors(scope),
                        new ChangedEndpoints(scope),
                        new SlowEndpoints(scope),
                        new Silence(),
                        new DeadLetters(scope, overview));
        Material material = Material.gather(source, scope, overview, chapters);
        List<Section> sections = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Chapter chapter : chapters) {
            Chapter.Written written = chapter.write(material);
            sections.addAll(written.sections());
            steps.addAll(written.steps());
        }
        sections.add(0, next(steps));
        String remark = material.isComparable(DocumentStream.WINDOWS) ? "" : INCOMPARABLE;
        return new Review(scope, remark, overview.figures(material), sections);
    }

    /** Whether nothing at all is known of the span. */
    public boolean isEmpty() {
        return figures.stream()
                .filter(figure -> figure.now().unit() == Unit.COUNT)
                .allMatch(figure -> figure.now().value() == 0);
    }

    private static Section next(List<Step> steps) {
        List<List<Cell>> rows =
                steps.stream()
                        .sorted(Comparator.comparing(Step::urgency))
                        .map(
                                step ->
                                        Section.row(
                                                Cell.text(step.urgency().words()),
                                                Cell.text(step.what()),
                                                Cell.text(step.why()),
                                                new Cell.Runbook(step.runbook())))
                        .toList();
        return Section.top(
                "What to do next",
                "From the tables below, the most urgent first.",
                List.of("When", "What", "Because of", "Runbook"),
                rows,
                "Nothing stands out.");
    }
}
