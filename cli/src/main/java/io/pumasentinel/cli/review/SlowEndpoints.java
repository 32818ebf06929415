package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.EndpointTraffic.Name;
import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The endpoints whose answers take longest. */
final class SlowEndpoints implements Chapter {
    /** An endpoint that hardly anybody asks is no candidate. */
    private static final double ENOUGH = 20;

    private final Scope scope;
    private final Question endpoints;

    SlowEndpoints(Scope scope) {
        this.scope = scope;
        this.endpoints = EndpointTraffic.question(scope);
    }

    @Override
    public List<Question> questions() {
        return List.of(endpoints, scope.before(endpoints));
    }

    @Override
    public Written write(Material material) {
        Map<Name, EndpointTraffic> now = EndpointTraffic.of(material.now(endpoints));
        Map<Name, EndpointTraffic> before = EndpointTraffic.of(material.before(endpoints));
        boolean known = material.isComparable(DocumentStream.WINDOWS);
        boolean several = EndpointTraffic.areSeveral(now.keySet());
        List<List<Cell>> rows = new ArrayList<>();
        for (Map.Entry<Name, EndpointTraffic> slow : slowest(now)) {
            double earlier = before.getOrDefault(slow.getKey(), EndpointTraffic.NONE).p95();
            rows.add(
                    Section.row(
                            Cell.text(slow.getKey().text(several)),
                            Cell.count(slow.getValue().requests()),
                            Cell.seconds(slow.getValue().p95()),
                            Cell.seconds(known ? earlier : Double.NaN),
                            Cell.seconds(slow.getValue().worstP95())));
        }
        return new Written(List.of(section(rows)), List.of());
    }

    private static List<Map.Entry<Name, EndpointTraffic>> slowest(
            Map<Name, EndpointTraffic> endpoints) {
        Comparator<Map.Entry<Name, EndpointTraffic>> slowestFirst =
                Comparator.comparingDouble(endpoint -> -endpoint.getValue().p95());
        return endpoints.entrySet().stream()
                .filter(endpoint -> endpoint.getValue().requests() >= ENOUGH)
                .filter(endpoint -> endpoint.getValue().p95() > 0)
                .sorted(slowestFirst.thenComparing(endpoint -> endpoint.getKey().text(true)))
                .toList();
    }

    private static Section section(List<List<Cell>> rows) {
        return Section.top(
                "Slowest endpoints",
                "By p95 of the answers below 400: the mean over windows of 10 s, weighted by"
                        + " requests; beside it the worst window. Endpoints with 20 requests or"
                        + " more.",
                List.of("Endpoint", "Requests", "p95", "p95 before", "Worst window"),
                rows,
                "No answer told how long it took.");
    }
}
