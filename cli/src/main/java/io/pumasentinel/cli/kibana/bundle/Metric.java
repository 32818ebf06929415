package io.pumasentinel.cli.kibana.bundle;

import java.util.ArrayList;
import java.util.List;

/**
 * One number of a panel.
 *
 * @param op {@code count}, {@code sum}, {@code max}, {@code min}, {@code cardinality} or {@code
 *     percentiles}
 * @param field what it is computed of; empty for {@code count}
 * @param label what people read
 * @param percents for {@code percentiles}, in (0, 100)
 */
record Metric(String op, String field, String label, List<Integer> percents) {

    private static final List<String> OPS =
            List.of("count", "sum", "max", "min", "cardinality", "percentiles");

    Metric {
        percents = List.copyOf(percents);
    }

    static Metric of(Declaration from) {
        from.allow("op", "field", "label", "percents");
        String op = from.text("op");
        if (!OPS.contains(op)) {
            throw from.wrong("op: unknown (got " + op + "); allowed are " + OPS);
        }
        String field = op.equals("count") ? "" : from.text("field");
        List<Integer> percents = new ArrayList<>();
        from.json().path("percents").forEach(percent -> percents.add(percent.intValue()));
        if (op.equals("percentiles") == percents.isEmpty()) {
            throw from.wrong("percents: percentiles need them, others have none");
        }
        return new Metric(op, field, from.text("label"), percents);
    }

    boolean isCount() {
        return op.equals("count");
    }

    /** Whether the field must hold numbers or dates. */
    boolean needsNumbers() {
        return !isCount() && !op.equals("cardinality");
    }
}
