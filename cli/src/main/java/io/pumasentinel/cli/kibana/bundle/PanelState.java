package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A panel as Kibana's own, editable visualisation. */
final class PanelState {

    private final Panel panel;

    private PanelState(Panel panel) {
        this.panel = panel;
    }

    static SavedObject object(Panel panel, Palette palette) {
        ObjectNode state = new PanelState(panel).state();
        ObjectNode attributes = Declaration.MAPPER.createObjectNode();
        attributes.put("title", panel.text().listed());
        attributes.put("description", panel.text().description());
        attributes.put("visState", state.toString());
        attributes.put("uiStateJSON", stored(panel, palette).toString());
        attributes.put("version", 1);
        attributes
                .putObject("kibanaSavedObjectMeta")
                .put("searchSourceJSON", panel.source().searchSource().toString());
        return new SavedObject(
                "visualization",
                "panel-" + panel.name(),
                attributes,
                List.of(SavedObject.searchedDataView(panel.source().dataView())));
    }

    /** What Kibana remembers of a drawing: its colours. */
    private static ObjectNode stored(Panel panel, Palette palette) {
        return switch (panel.kind()) {
            case PIE, BAR -> palette.ofCharts();
            case TABLE, METRIC -> Declaration.MAPPER.createObjectNode();
        };
    }

    private ObjectNode state() {
        ObjectNode state = Declaration.MAPPER.createObjectNode();
        state.put("title", panel.text().listed()).put("type", panel.kind().type);
        ArrayNode aggregations = state.putArray("aggs");
        for (int i = 0; i < panel.metrics().size(); i++) {
            metric(aggregations, i);
        }
        for (int i = 0; i < panel.splits().size(); i++) {
            split(aggregations, i);
        }
        state.set("params", PanelLooks.of(panel));
        return state;
    }

    private void metric(ArrayNode aggregations, int place) {
        Metric metric = panel.metrics().get(place);
        ObjectNode params =
                aggregation(aggregations, PanelQuery.metricId(place), metric.op(), "metric");
        if (!metric.isCount()) {
            params.put("field", metric.field());
        }
        if (!metric.percents().isEmpty()) {
            ArrayNode percents = params.putArray("percents");
            metric.percents().forEach(percents::add);
        }
        params.put("customLabel", metric.label());
    }

    private void split(ArrayNode aggregations, int place) {
        Split split = panel.splits().get(place);
        String id = PanelQuery.splitId(panel, place);
        String role = panel.kind().role(place);
        if (split instanceof Split.Terms terms) {
            terms(aggregation(aggregations, id, "terms", role), terms);
        } else if (split instanceof Split.Time time) {
            aggregation(aggregations, id, "date_histogram", role)
                    .put("field", time.field())
                    .put("useNormalizedEsInterval", true)
                    .put("scaleMetricValues", false)
                    .put("interval", "auto")
                    .put("drop_partials", false)
                    .put("min_doc_count", 1)
                    .put("customLabel", " ")
                    .putObject("extended_bounds");
        } else if (split instanceof Split.Filters filters) {
            ArrayNode named = aggregation(aggregations, id, "filters", role).putArray("filters");
            for (Split.Filter filter : filters.filters()) {
                named.addObject()
                        .put("label", filter.label())
                        .set("input", Source.lucene(filter.query()));
            }
        }
    }

    private static void terms(ObjectNode params, Split.Terms terms) {
        boolean byKey = terms.order() == Split.Terms.BY_KEY;
        params.put("field", terms.field())
                .put("orderBy", byKey ? "_key" : PanelQuery.metricId(terms.order()))
                .put("order", terms.ascending() ? "asc" : "desc")
                .put("size", terms.size())
                .put("otherBucket", false)
                .put("otherBucketLabel", "Other")
                .put("missingBucket", false)
                .put("missingBucketLabel", "Missing")
                .put("customLabel", terms.label());
    }

    private static ObjectNode aggregation(
            ArrayNode aggregations, String id, String type, String role) {
        ObjectNode aggregation =
                aggregations.addObject().put("id", id).put("enabled", true).put("type", type);
        aggregation.put("schema", role);
        return aggregation.putObject("params");
    }
}
