package io.pumasentinel.cli.review;

import io.pumasentinel.cli.review.source.DocumentStream;
import io.pumasentinel.cli.review.source.Field;
import io.pumasentinel.cli.review.source.Group;
import io.pumasentinel.cli.review.source.Measure;
import io.pumasentinel.cli.review.source.Question;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the windows of one endpoint add up to.
 *
 * @param requests requests
 * @param failed answers 5xx
 * @param p95 mean of the windows' 0.95 quantiles in seconds, weighted by requests; NaN if no answer
 *     told its duration
 * @param worstP95 the largest of those quantiles
 */
record EndpointTraffic(double requests, double failed, double p95, double worstP95) {
    static final EndpointTraffic NONE = new EndpointTraffic(0, 0, Double.NaN, Double.NaN);

    private static final Measure REQUESTS = new Measure.Sum(Field.REQUESTS);
    private static final Measure FAILED = new Measure.Sum(Field.ERRORS_5XX);
    private static final Measure P95 = new Measure.Mean(Field.P95, Field.REQUESTS);
    private static final Measure WORST = new Measure.Largest(Field.P95);

    /** An endpoint of a service. */
    record Name(String service, String endpoint) {
        /** How a table names it. */
        String text(boolean severalServices) {
            return severalServices ? service + ": " + endpoint : endpoint;
        }
    }

    static Question question(Scope scope) {
        return scope.ask(
                DocumentStream.WINDOWS,
                List.of(),
                List.of(Field.SERVICE, Field.ENDPOINT),
                List.of(REQUESTS, FAILED, P95, WORST));
    }

    static Map<Name, EndpointTraffic> of(List<Group> groups) {
        Map<Name, EndpointTraffic> all = new HashMap<>();
        for (Group group : groups) {
            all.put(
                    new Name(group.keys().get(0), group.keys().get(1)),
                    new EndpointTraffic(
                            group.value(REQUESTS),
                            group.value(FAILED),
                            group.value(P95),
                            group.value(WORST)));
        }
        return all;
    }

    static boolean areSeveral(Iterable<Name> names) {
        String first = "";
        for (Name name : names) {
            if (first.isEmpty()) {
                first = name.service();
            } else if (!first.equals(name.service())) {
                return true;
            }
        }
        return false;
    }

    double failedShare() {
        return failed / requests;
    }
}
