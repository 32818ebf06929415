package io.pumasentinel.cli.kibana.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The display parameters that Kibana keeps for each kind of panel. */
final class PanelLooks {

    private static final int COUNTER_POINTS = 32;
    private static final int PERCENTILE_POINTS = 20;
    private static final int ROWS_PER_PAGE = 10;

    private PanelLooks() {}

    static ObjectNode of(Panel panel) {
        return switch (panel.kind()) {
            case METRIC -> metric(fontPoints(panel));
            case TABLE -> table();
            case PIE -> pie();
            case BAR -> bar(panel.metrics().get(0).label());
        };
    }

    /** Percentiles carry their unit, and there are several of them. */
    private static int fontPoints(Panel panel) {
        boolean small = panel.metrics().stream().anyMatch(m -> !m.percents().isEmpty());
        return small ? PERCENTILE_POINTS : COUNTER_POINTS;
    }

    private static ObjectNode metric(int points) {
        ObjectNode looks = looks("metric", false);
        ObjectNode metric = looks.putObject("metric").put("percentageMode", false);
        metric.put("useRanges", false).put("colorSchema", "Green to Red");
        metric.put("metricColorMode", "None").put("invertColors", false);
        metric.putArray("colorsRange").addObject().put("from", 0).put("to", 10000);
        metric.putObject("labels").put("show", true);
        metric.putObject("style")
                .put("bgFill", "#000")
                .put("bgColor", false)
                .put("labelColor", false)
                .put("subText", "")
                .put("fontSize", points);
        return looks;
    }

    private static ObjectNode table() {
        ObjectNode looks = Declaration.MAPPER.createObjectNode();
        looks.put("perPage", ROWS_PER_PAGE).put("showPartialRows", false);
        looks.put("showMetricsAtAllLevels", false).put("showTotal", false);
        looks.put("totalFunc", "sum").put("percentageCol", "");
        looks.putObject("sort").putNull("columnIndex").putNull("direction");
        return looks;
    }

    private static ObjectNode pie() {
        ObjectNode looks = looks("pie", true).put("isDonut", true);
        looks.putObject("labels")
                .put("show", false)
                .put("values", true)
                .put("last_level", true)
                .put("truncate", 100);
        return looks;
    }

    private static ObjectNode bar(String label) {
        ObjectNode looks = looks("histogram", true).put("addTimeMarker", false);
        looks.putObject("grid").put("categoryLines", false);
        ObjectNode category = axis(looks.putArray("categoryAxes"), "category", "bottom");
        category.put("id", "CategoryAxis-1").putObject("title");
        ObjectNode value = axis(looks.putArray("valueAxes"), "value", "left");
        value.put("id", "ValueAxis-1").put("name", "LeftAxis-1");
        value.putObject("title").put("text", label);
        ((ObjectNode) value.path("scale")).put("mode", "normal");
        series(looks.putArray("seriesParams").addObject(), label);
        looks.putArray("times");
        looks.putObject("labels").put("show", false);
        looks.putObject("thresholdLine")
                .put("show", false)
                .put("value", 10)
                .put("width", 1)
                .put("style", "full")
                .put("color", "#6b7684");
        return looks;
    }

    private static void series(ObjectNode series, String label) {
        series.put("show", true).put("type", "histogram").put("mode", "stacked");
        series.putObject("data").put("label", label).put("id", "1");
        series.put("valueAxis", "ValueAxis-1")
                .put("drawLinesBetweenPoints", true)
                .put("lineWidth", 2)
                .put("showCircles", true);
    }

    private static ObjectNode axis(ArrayNode axes, String type, String position) {
        ObjectNode axis = axes.addObject().put("type", type).put("position", position);
        axis.put("show", true).putObject("style");
        axis.putObject("scale").put("type", "linear");
        axis.putObject("labels").put("show", true).put("filter", true).put("truncate", 100);
        return axis;
    }

    private static ObjectNode looks(String type, boolean legend) {
        ObjectNode looks = Declaration.MAPPER.createObjectNode();
        looks.put("type", type).put("addTooltip", true).put("addLegend", legend);
        return legend ? looks.put("legendPosition", "right") : looks;
    }
}
