package io.pumasentinel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the demo's indices for its summary. */
public final class DemoIndices {
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

    /** The indices of a stream in the demo's namespace. */
    static String pattern(String stream) {
        return stream + "-" + DemoConfig.NAMESPACE + "-*";
    }
}
