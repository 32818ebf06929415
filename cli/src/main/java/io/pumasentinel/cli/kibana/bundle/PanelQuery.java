package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The search that Kibana sends for a panel, but for the chosen time. */
final class PanelQuery {

    /** What Kibana's automatic interval comes to for a range of half an hour. */
    private static final String INTERVAL = "30s";

    private final Panel panel;

    private PanelQuery(Panel panel) {
        this.panel = panel;
    }

    static ObjectNode of(Panel panel) {
        ObjectNode body = Declaration.MAPPER.createObjectNode().put("size", 0);
        body.put("track_total_hits", true).set("query", panel.source().elasticsearch());
        new PanelQuery(panel).addLevel(body.putObject("aggs"), 0);
        return body;
    }

    /** The name of a metric's aggregation, as in the panel's own state. */
    static String metricId(int metric) {
        return Integer.toString(metric + 1);
    }

    /** The name of a split's aggregation, as in the panel's own state. */
    static String splitId(Panel panel, int split) {
        return Integer.toString(panel.metrics().size() + split + 1);
    }

    /** By what a terms aggregation is ordered, in Elasticsearch's words. */
    private static String order(Panel panel, Split.Terms terms) {
        if (terms.order() == Split.Terms.BY_KEY) {
            return "_key";
        }
        Metric metric = panel.metrics().get(terms.order());
        if (metric.isCount()) {
            return "_count";
        }
        String id = metricId(terms.order());
        return metric.percents().isEmpty() ? id : id + "." + metric.percents().get(0);
    }

    private void addLevel(ObjectNode aggregations, int level) {
        if (level == panel.splits().size()) {
            addMetrics(aggregations);
            return;
        }
        ObjectNode split = aggregations.putObject(splitId(panel, level));
        describe(split, panel.splits().get(level));
        ObjectNode inner = split.putObject("aggs");
        if (level + 1 < panel.splits().size()) {
            addMetrics(inner);
        }
        addLevel(inner, level + 1);
        if (inner.isEmpty()) {
            split.remove("aggs");
        }
    }

    private void addMetrics(ObjectNode aggregations) {
        List<Metric> metrics = panel.metrics();
        for (int i = 0; i < metrics.size(); i++) {
            Metric metric = metrics.get(i);
            if (!metric.isCount()) {
                ObjectNode of = aggregations.putObject(metricId(i)).putObject(metric.op());
                of.put("field", metric.field());
                if (!metric.percents().isEmpty()) {
                    ArrayNode percents = of.putArray("percents");
                    metric.percents().forEach(percents::add);
                }
            }
        }
    }

    private void describe(ObjectNode node, Split split) {
        if (split instanceof Split.Terms terms) {
            node.putObject("terms")
                    .put("field", terms.field())
                    .put("size", terms.size())
                    .putObject("order")
                    .put(order(panel, terms), terms.ascending() ? "asc" : "desc");
        } else if (split instanceof Split.Time time) {
            node.putObject("date_histogram")
                    .put("field", time.field())
                    .put("fixed_interval", INTERVAL)
                    .put("min_doc_count", 1);
        } else if (split instanceof Split.Filters filters) {
            ObjectNode named = node.putObject("filters").putObject("filters");
            for (Split.Filter filter : filters.filters()) {
                named.set(filter.label(), Source.elasticsearch(filter.query()));
            }
        }
    }
}
