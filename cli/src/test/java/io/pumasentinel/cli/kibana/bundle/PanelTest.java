package io.pumasentinel.cli.kibana.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One declaration makes Kibana's state and the query that Kibana derives from it. */
class PanelTest {

    private static final String TABLE =
            """
            {"kind": "table", "title": "T", "description": "D.", "dataView": "access",
             "query": "puma.auth:failure",
             "metrics": [{"op": "count", "label": "n"},
                         {"op": "max", "field": "event.duration", "label": "worst"}],
             "by": [{"terms": "source.ip", "label": "Address", "size": 7, "order": 1},
                    {"terms": "user.name", "label": "User", "size": 3, "order": "key"}]}
            """;

    @Test
    void asksForTheRowsOfATable() throws IOException {
        assertThat(PanelQuery.of(panel(TABLE)))
                .isEqualTo(
                        Declaration.MAPPER.readTree(
                                """
                                {"size": 0, "track_total_hits": true,
                                 "query": {"query_string": {"query": "puma.auth:failure",
                                                            "analyze_wildcard": true}},
                                 "aggs": {"3": {
                                   "terms": {"field": "source.ip", "size": 7,
                                             "order": {"2": "desc"}},
                                   "aggs": {
                                     "2": {"max": {"field": "event.duration"}},
                                     "4": {"terms": {"field": "user.name", "size": 3,
                                                     "order": {"_key": "asc"}},
                                           "aggs": {"2": {"max": {"field": "event.duration"}}}}}}}}
                                """));
    }

    @Test
    void storesTheSameAggregationsUnderTheSameNames() throws IOException {
        for (Panel panel : Checkout.sources().panels()) {
            Map<String, String> stored = new TreeMap<>();
            for (JsonNode aggregation : state(panel).path("aggs")) {
                String type = aggregation.path("type").textValue();
                if (!type.equals("count")) {
                    stored.put(aggregation.path("id").textValue(), type);
                }
            }
            Map<String, String> asked = new TreeMap<>();
            collect(PanelQuery.of(panel).path("aggs"), asked);
            assertThat(asked).as(panel.name()).isEqualTo(stored);
        }
    }

    private static void collect(JsonNode aggregations, Map<String, String> into) {
        for (Map.Entry<String, JsonNode> aggregation : aggregations.properties()) {
            for (String key :
                    aggregation.getValue().properties().stream().map(Map.Entry::getKey).toList()) {
                if (!key.equals("aggs")) {
                    into.put(aggregation.getKey(), key);
                }
            }
            collect(aggregation.getValue().path("aggs"), into);
        }
    }

    @Test
    void refusesWhatKibanaCouldNotShow() {
        assertRefused(TABLE.replace("\"table\"", "\"gauge\""), "kind: metric, table, pie or bar");
        assertRefused(TABLE.replace("\"order\": 1", "\"order\": 2"), "there is no such metric");
        assertRefused(TABLE.replace("\"max\"", "\"avg\""), "op: unknown (got avg)");
        assertRefused(TABLE.replace("\"query\"", "\"kuery\""), "unknown key (got kuery)");
        assertRefused(TABLE.replace("\"title\": \"T\", ", ""), "title is missing");
    }

    private static void assertRefused(String json, String message) {
        assertThatThrownBy(() -> panel(json))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("here")
                .hasMessageContaining(message);
    }

    private static JsonNode state(Panel panel) throws IOException {
        SavedObject object = PanelState.object(panel, Checkout.sources().palette());
        return Declaration.MAPPER.readTree(object.attributes().path("visState").textValue());
    }

    private static Panel panel(String json) throws IOException {
        return Panel.of("test", new Declaration("here", Declaration.MAPPER.readTree(json)));
    }
}
