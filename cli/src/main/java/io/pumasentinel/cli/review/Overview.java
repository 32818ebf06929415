package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import io.pumasentinel.cli.review.source.ReviewedAlert;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** The numbers that say at a glance how the span was. */
final class Overview {
    private static final Measure REQUESTS = new Measure.Sum(Field.REQUESTS);
    private static final Measure REFUSED = new Measure.Sum(Field.ERRORS_4XX);
    private static final Measure FAILED = new Measure.Sum(Field.ERRORS_5XX);

    private final Scope scope;
    private final Question traffic;

    Overview(Scope scope) {
        this.scope = scope;
        this.traffic =
                scope.ask(
                        DocumentStream.WINDOWS,
                        List.of(),
                        List.of(),
                        List.of(REQUESTS, REFUSED, FAILED));
    }

    List<Question> questions() {
        return List.of(traffic, scope.before(traffic));
    }

    /** Requests of the span. */
    double requests(Material material) {
        return material.answers().all(traffic).value(REQUESTS);
    }

    List<Figure> figures(Material material) {
        double minutes = scope.span().minutes();
        return List.of(
                traffic(material, "Requests", Unit.COUNT, all -> all.value(REQUESTS)),
                traffic(
                        material,
                        "Requests per minute",
                        Unit.PER_MINUTE,
                        all -> all.value(REQUESTS) / minutes),
                traffic(
                        material,
                        "Answers 4xx",
                        Unit.SHARE,
                        all -> all.value(REFUSED) / all.value(REQUESTS)),
                traffic(
                        material,
                        "Answers 5xx",
                        Unit.SHARE,
                        all -> all.value(FAILED) / all.value(REQUESTS)),
                alerts(material, "Alerts", alert -> true),
                alerts(material, "High or critical", ReviewedAlert::isSerious),
                alerts(material, "Waiting for somebody", ReviewedAlert::isUnattended));
    }

    private Figure traffic(
            Material material, String name, Unit unit, ToDoubleFunction<Group> number) {
        double now = number.applyAsDouble(material.answers().all(traffic));
        double before =
                material.isComparable(DocumentStream.WINDOWS)
                        ? number.applyAsDouble(material.answers().all(scope.before(traffic)))
                        : Double.NaN;
        return Figure.of(name, unit, now, before);
    }

    private static Figure alerts(Material material, String name, Predicate<ReviewedAlert> which) {
        double before =
                material.isComparable(DocumentStream.ALERTS)
                        ? material.earlier().stream().filter(which).count()
                        : Double.NaN;
        return Figure.of(
                name,
                Unit.COUNT,
                (double) material.alerts().stream().filter(which).count(),
                before);
    }
}
