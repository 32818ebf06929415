package io.pumasentinel.benchmark.panels;

import java.util.List;

/** What Kibana's own panels ask: counters, tables, histograms and searches over requests. */
final class TypicalQueries {
    private static final String REQUESTS = "logs-puma.access-*";
    private static final String INTERVAL = "\"interval\":{\"%autointerval%\":80}";

    private TypicalQueries() {}

    static List<PanelQuery> all() {
        return List.of(
                requests("counter: requests", "{\"size\":0}"),
                requests(
                        "counter: share of 5xx",
                        aggregation(
                                "\"failed\":{\"filter\":{\"range\":"
                                        + "{\"http.response.status_code\":{\"gte\":500}}}}")),
                requests(
                        "counter: clients",
                        aggregation("\"clients\":{\"cardinality\":{\"field\":\"source.ip\"}}")),
                requests(
                        "table: clients, failures of each",
                        aggregation(
                                "\"clients\":{\"terms\":{\"field\":\"source.ip\",\"size\":20},"
                                        + "\"aggs\":{\"failed\":{\"filter\":{\"range\":"
                                        + "{\"http.response.status_code\":{\"gte\":400}}}}}}")),
                requests(
                        "table: endpoints, percentiles of latency",
                        aggregation(
                                "\"endpoints\":{\"terms\":{\"field\":\"puma.endpoint\",\"size\":20},"
                                    + "\"aggs\":{\"latency\":{\"percentiles\":{\"field\":"
                                    + "\"event.duration\",\"percents\":[50,95,99]}}}}")),
                requests(
                        "histogram: requests by answer",
                        aggregation(
                                "\"times\":{\"date_histogram\":{\"field\":\"@timestamp\","
                                        + INTERVAL
                                        + "},\"aggs\":{\"answers\":{\"range\":{\"field\":"
                                        + "\"http.response.status_code\",\"ranges\":[{\"to\":400},"
                                        + "{\"from\":400,\"to\":500},{\"from\":500}]}}}}")),
                requests(
                        "histogram: 95th percentile of latency",
                        aggregation(
                                "\"times\":{\"date_histogram\":{\"field\":\"@timestamp\","
                                        + INTERVAL
                                        + "},\"aggs\":{\"latency\":{\"percentiles\":{\"field\":"
                                        + "\"event.duration\",\"percents\":[95]}}}}")),
                requests(
                        "table: signals",
                        aggregation(
                                "\"signals\":{\"terms\":{\"field\":\"puma.signals\",\"size\":20}}")),
                requests(
                        "search: newest failures",
                        "{\"size\":500,\"sort\":[{\"@timestamp\":\"desc\"}],\"query\":{\"bool\":"
                                + "{\"filter\":[{\"range\":{\"http.response.status_code\":"
                                + "{\"gte\":500}}}]}}}"),
                requests(
                        "search: requests of one client",
                        "{\"size\":500,\"sort\":[{\"@timestamp\":\"desc\"}],\"query\":{\"bool\":"
                                + "{\"filter\":[{\"term\":{\"source.ip\":\"198.18.0.7\"}}]}}}"));
    }

    private static PanelQuery requests(String panel, String body) {
        return new PanelQuery(panel, REQUESTS, body);
    }

    private static String aggregation(String aggregations) {
        return "{\"size\":0,\"aggs\":{" + aggregations + "}}";
    }
}
