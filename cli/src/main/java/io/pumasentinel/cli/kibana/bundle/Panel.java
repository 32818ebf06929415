package io.pumasentinel.cli.kibana.bundle;

import java.util.List;

/**
 * A native visualisation: counters, a table, a pie or bars over one data view.
 *
 * @param name the file's name, and with its kind before it the end of the object's id
 * @param kind how it is drawn
 * @param text what people read
 * @param source the documents it counts
 * @param metrics its numbers, at least one
 * @param splits its rows, slices or bars; the first is the outermost
 */
record Panel(
        String name,
        Kind kind,
        Text text,
        Source source,
        List<Metric> metrics,
        List<Split> splits) {

    /** How a panel is drawn, by Kibana's name for the visualisation. */
    enum Kind {
        METRIC("metric", "group", "group"),
        TABLE("table", "bucket", "bucket"),
        PIE("pie", "segment", "segment"),
        BAR("histogram", "segment", "group");

        final String type;
        final String firstSplit;
        final String otherSplits;

        Kind(String type, String firstSplit, String otherSplits) {
            this.type = type;
            this.firstSplit = firstSplit;
            this.otherSplits = otherSplits;
        }

        String role(int split) {
            return split == 0 ? firstSplit : otherSplits;
        }
    }

    Panel {
        metrics = List.copyOf(metrics);
        splits = List.copyOf(splits);
    }

    static Panel of(String name, Declaration from) {
        from.allow("kind", "title", "description", "dataView", "query", "metrics", "by");
        List<Metric> metrics = from.objects("metrics").stream().map(Metric::of).toList();
        List<Split> splits = from.objects("by").stream().map(Split::of).toList();
        Kind kind = kind(from);
        if (metrics.isEmpty() || (splits.isEmpty() && kind != Kind.METRIC)) {
            throw from.wrong("metrics, and by unless the kind is metric, are needed");
        }
        for (Split split : splits) {
            if (split instanceof Split.Terms terms && terms.order() >= metrics.size()) {
                throw from.wrong("order: there is no such metric (got " + terms.order() + ")");
            }
        }
        return new Panel(name, kind, Text.of(from), Source.of(from), metrics, splits);
    }

    private static Kind kind(Declaration from) {
        String kind = from.text("kind");
        for (Kind known : Kind.values()) {
            if (known.name().toLowerCase(java.util.Locale.ROOT).equals(kind)) {
                return known;
            }
        }
        throw from.wrong("kind: metric, table, pie or bar is needed (got " + kind + ")");
    }
}
