package io.pumasentinel.benchmark.panels;

/**
 * One search of one panel.
 *
 * @param panel the panel's name
 * @param index the index pattern that it searches
 * @param body the body as JSON, without the dashboard's time range; an interval of {@code
 *     {"%autointerval%": n}} is Kibana's
 */
record PanelQuery(String panel, String index, String body) {

    boolean asksLike(PanelQuery other) {
        return index.equals(other.index) && body.equals(other.body);
    }
}
