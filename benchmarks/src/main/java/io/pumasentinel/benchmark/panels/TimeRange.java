package io.pumasentinel.benchmark.panels;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a dashboard adds to a panel's query: its time range, and the interval that suits it.
 *
 * @param name how the results call it
 * @param from first instant
 * @param to first instant after it
 */
record TimeRange(String name, Instant from, Instant to) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_BARS = 100;
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(30),
                    Duration.ofHours(1),
                    Duration.ofHours(3),
                    Duration.ofHours(12),
                    Duration.ofDays(1));

    /** The panel's body for this range. */
    String applied(String body) throws IOException {
        ObjectNode query = (ObjectNode) JSON.readTree(body);
        ObjectNode bool = JSON.createObjectNode();
        var filters = bool.putObject("bool").putArray("filter");
        filters.addObject()
                .putObject("range")
                .putObject("@timestamp")
                .put("gte", from.toString())
                .put("lte", to.toString())
                .put("format", "strict_date_optional_time");
        if (query.has("query")) {
            filters.add(query.get("query"));
        }
        query.set("query", bool);
        setIntervals(query);
        return query.toString();
    }

    private void setIntervals(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("interval").has("%autointerval%")) {
            int buckets = object.path("interval").path("%autointerval%").asInt();
            object.remove("interval");
            object.put("fixed_interval", step(buckets).toSeconds() + "s");
        }
        if (node instanceof ObjectNode object && object.path("date_histogram").isObject()) {
            // A native panel chooses its interval by the range, as Kibana does by default.
            ((ObjectNode) object.get("date_histogram"))
                    .put("fixed_interval", step(MOST_BARS).toSeconds() + "s");
        }
        if (node instanceof ObjectNode object && object.has("auto_date_histogram")) {
            int buckets = object.at("/auto_date_histogram/buckets").asInt();
            object.putObject("date_histogram")
                    .put("field", "@timestamp")
                    .put("fixed_interval", step(buckets).toSeconds() + "s");
            object.remove("auto_date_histogram");
        }
        node.forEach(this::setIntervals);
    }

    private Duration step(int buckets) {
        Duration wanted = Duration.between(from, to).dividedBy(buckets);
        Duration chosen = STEPS.get(0);
        for (Duration step : STEPS) {
            chosen = step.compareTo(wanted) <= 0 ? step : chosen;
        }
        return chosen;
    }
}
