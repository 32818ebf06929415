package io.pumasentinel.cli.kibana.bundle;

import java.util.List;

/** How a panel splits its documents into rows, slices or bars. */
sealed interface Split {

    /** What people read above it. */
    String label();

    /**
     * The most frequent values of a field, or those with the highest number.
     *
     * @param order which of the panel's metrics orders, from 0; {@link #BY_KEY} for the value
     *     itself
     * @param ascending the lowest first
     */
    record Terms(String field, String label, int size, int order, boolean ascending)
            implements Split {
        static final int BY_KEY = -1;
    }

    /** Steps of time, as long as suits the chosen range. */
    record Time(String field) implements Split {
        @Override
        public String label() {
            return "";
        }
    }

    /** One bucket a query. */
    record Filters(String label, List<Filter> filters) implements Split {
        public Filters {
            filters = List.copyOf(filters);
        }
    }

    /**
     * A query with its name.
     *
     * @param query in Lucene's syntax
     */
    record Filter(String label, String query) {}

    static Split of(Declaration from) {
        if (from.json().has("terms")) {
            return terms(from.allow("terms", "label", "size", "order", "direction"));
        }
        if (from.json().has("time")) {
            return new Time(from.allow("time").text("time"));
        }
        List<Filter> filters =
                from.allow("filters", "label").objects("filters").stream()
                        .map(f -> f.allow("label", "query"))
                        .map(f -> new Filter(f.text("label"), f.text("query")))
                        .toList();
        if (filters.isEmpty()) {
            throw from.wrong("terms, time or filters is needed");
        }
        return new Filters(from.text("label"), filters);
    }

    private static Terms terms(Declaration from) {
        boolean byKey = from.json().path("order").asText().equals("key");
        String direction = from.optionalText("direction").orElse(byKey ? "asc" : "desc");
        if (!List.of("asc", "desc").contains(direction)) {
            throw from.wrong("direction: asc or desc is needed (got " + direction + ")");
        }
        return new Terms(
                from.text("terms"),
                from.text("label"),
                from.number("size"),
                byKey ? Terms.BY_KEY : from.number("order"),
                direction.equals("asc"));
    }
}
