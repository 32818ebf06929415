package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.EndpointTraffic.Name;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Endpoints whose requests, failures or latencies differ from the span before. */
final class ChangedEndpoints implements Chapter {
    private static final String TITLE = "Endpoints that changed";
    private static final String LEAD =
            "This span against the one before: requests twice or half as many (of 100), 5xx a point"
                + " apart beyond chance (of 10), p95 by half and 20 ms; new and gone ones (of 20"
                + " requests). p95 is the mean over windows of 10 s, weighted by requests.";
    private static final List<String> COLUMNS =
            List.of(
                    "Endpoint",
                    "Requests per minute",
                    "Before",
                    "5xx",
                    "5xx before",
                    "p95",
                    "p95 before",
                    "Change");

    private final Scope scope;
    private final Question endpoints;

    ChangedEndpoints(Scope scope) {
        this.scope = scope;
        this.endpoints = EndpointTraffic.question(scope);
    }

    @Override
    public List<Question> questions() {
        return List.of(endpoints, scope.before(endpoints));
    }

    @Override
    public Written write(Material material) {
        if (!material.isComparable(DocumentStream.WINDOWS)) {
            String why =
                    "Nothing to compare with: no request is recorded where the span before"
                            + " begins.";
            return new Written(List.of(Section.empty(TITLE, LEAD, why)), List.of());
        }
        Map<Name, EndpointChange> changes = changes(material);
        boolean several = EndpointTraffic.areSeveral(changes.keySet());
        Map<String, EndpointChange> named = new HashMap<>();
        changes.forEach((name, change) -> named.put(name.text(several), change));
        List<Map.Entry<String, EndpointChange>> ranked =
                named.entrySet().stream()
                        .filter(entry -> entry.getValue().size() > 0)
                        .sorted(
                                Comparator.comparingDouble(
                                                (Map.Entry<String, EndpointChange> entry) ->
                                                        -entry.getValue().size())
                                        .thenComparing(Map.Entry::getKey))
                        .toList();
        List<List<Cell>> rows =
                ranked.stream().map(entry -> row(entry.getKey(), entry.getValue())).toList();
        return new Written(
                List.of(Section.top(TITLE, LEAD, COLUMNS, rows, "None.")), steps(ranked));
    }

    private Map<Name, EndpointChange> changes(Material material) {
        Map<Name, EndpointTraffic> now = EndpointTraffic.of(material.now(endpoints));
        Map<Name, EndpointTraffic> before = EndpointTraffic.of(material.before(endpoints));
        Set<Name> names = new HashSet<>(now.keySet());
        names.addAll(before.keySet());
        Map<Name, EndpointChange> changes = new HashMap<>();
        for (Name name : names) {
            changes.put(
                    name,
                    new EndpointChange(
                            now.getOrDefault(name, EndpointTraffic.NONE),
                            before.getOrDefault(name, EndpointTraffic.NONE)));
        }
        return changes;
    }

    private List<Cell> row(String name, EndpointChange change) {
        double minutes = scope.span().minutes();
        return Section.row(
                Cell.text(name),
                new Cell.Quantity(change.now().requests() / minutes, Unit.PER_MINUTE),
                new Cell.Quantity(change.before().requests() / minutes, Unit.PER_MINUTE),
                Cell.share(change.now().failed(), change.now().requests()),
                Cell.share(change.before().failed(), change.before().requests()),
                Cell.seconds(change.now().p95()),
                Cell.seconds(change.before().p95()),
                Cell.text(change.words()));
    }

    private static List<Step> steps(List<Map.Entry<String, EndpointChange>> ranked) {
        List<Step> steps = new ArrayList<>();
        step(steps, ranked, EndpointChange::isWorse, "Find out why endpoints fail", "error-surge");
        step(
                steps,
                ranked,
                EndpointChange::isSlower,
                "Find out why endpoints got slow",
                "latency-drift");
        step(
                steps,
                ranked,
                EndpointChange::isGone,
                "Ask whether these endpoints were removed on purpose",
                "");
        return steps;
    }

    private static void step(
            List<Step> steps,
            List<Map.Entry<String, EndpointChange>> ranked,
            Predicate<EndpointChange> which,
            String what,
            String runbook) {
        List<String> names =
                ranked.stream()
                        .filter(entry -> which.test(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        if (!names.isEmpty()) {
            steps.add(new Step(Step.Urgency.TODAY, what, Words.some(names), runbook));
        }
    }
}
