package io.pumasentinel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the demo's indices for its summary. */
public final class DemoIndices {
    /** The {@code <ns>} part of the names of the demo's indices. */
    public static final String NAMESPACE = DemoConfig.NAMESPACE;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STREAMS =
            List.of(
                    "logs-puma.access",
                    "logs-puma.error",
                    "metrics-puma.stats",
                    "metrics-puma.endpoint",
                    "alerts-puma",
                    "logs-puma.alert",
                    "logs-puma.dead_letter");
    private static final String ALL_ALERTS =
            "{\"size\":1000,\"sort\":[{\"event.start\":\"asc\"}],\"query\":{\"match_all\":{}}}";

    private static final String ALL_NAMES =
            "{\"size\":0,\"aggs\":{\"names\":{\"terms\":{\"field\":\"_index\",\"size\":1000}}}}";

    private final ElasticsearchSearch search;

    public DemoIndices(ElasticsearchSearch search) {
        this.search = search;
    }

    /** Makes everything written visible. */
    public void refresh() throws IOException {
        for (String stream : STREAMS) {
            search.refresh(pattern(stream));
        }
    }

    /** Documents per stream, in the streams' order. */
    public Map<String, Long> counts() throws IOException {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (String stream : STREAMS) {
            counts.put(stream, search.count(pattern(stream)));
        }
        return counts;
    }

    /** The alerts' documents by their start. */
    public List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        JsonNode answer = JSON.readTree(search.search(pattern("alerts-puma"), ALL_ALERTS));
        for (JsonNode hit : answer.path("hits").path("hits")) {
            alerts.add(hit.path("_source"));
        }
        return alerts;
    }

    /** The names of the indices that hold the demo's documents, sorted. */
    public List<String> names() throws IOException {
        String all = STREAMS.stream().map(DemoIndices::pattern).collect(Collectors.joining(","));
        List<String> names = new ArrayList<>();
        JsonNode answer = JSON.readTree(search.search(all, ALL_NAMES));
        for (JsonNode bucket : answer.at("/aggregations/names/buckets")) {
            names.add(bucket.path("key").asText());
        }
        Collections.sort(names);
        return names;
    }

    /** The indices of a stream in the demo's namespace. */
    static String pattern(String stream) {
        return stream + "-" + NAMESPACE + "-*";
    }
}
