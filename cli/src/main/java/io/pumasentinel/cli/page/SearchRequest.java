package io.pumasentinel.cli.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A search that the page may ask for: hits of the project's own indices, simply filtered.
 *
 * <p>Everything else that Elasticsearch understands (scripts, aggregations, other indices) is
 * refused, so the page's server opens no way around it.
 *
 * @param index an index name or pattern of the project
 * @param body the query as JSON: {@code size} up to 10,000, {@code _source}, {@code sort}, {@code
 *     query} of {@code term} and {@code range} under {@code bool.filter}
 */
record SearchRequest(String index, String body) {

    static final int MAX_HITS = 10_000;

    private static final Pattern INDEX =
            Pattern.compile(
                    "(logs-puma\\.(access|error|alert|dead_letter)|metrics-puma\\.(endpoint|stats)"
                            + "|alerts-puma)-[a-z0-9_.*-]{1,100}");
    private static final Set<String> KEYS = Set.of("size", "_source", "sort", "query");
    private static final Set<String> FILTERS = Set.of("term", "range");

    SearchRequest {
        if (!INDEX.matcher(index).matches()) {
            throw new IllegalArgumentException(
                    "index is not one of the project's (got "
                            + index
                            + "); allowed are logs-puma.*, metrics-puma.* and alerts-puma-*");
        }
        checkBody(parse(body));
    }

    private static JsonNode parse(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("body is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static void checkBody(JsonNode body) {
        if (!body.isObject()) {
            throw new IllegalArgumentException("body is not an object; allowed is a JSON object");
        }
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            allow("body", names.next(), KEYS);
        }
        JsonNode size = body.path("size");
        if (!size.isInt() || size.intValue() < 0 || size.intValue() > MAX_HITS) {
            throw new IllegalArgumentException(
                    "size is missing or out of range (got " + size + "); allowed is 0 to 10000");
        }
        if (body.has("query")) {
            checkQuery(body.path("query"));
        }
    }

    private static void checkQuery(JsonNode query) {
        JsonNode filters = query.path("bool").path("filter");
        if (query.size() != 1 || query.path("bool").size() != 1 || !filters.isArray()) {
            throw new IllegalArgumentException(
                    "query is not simple; allowed is {\"bool\": {\"filter\": [...]}}");
        }
        for (JsonNode filter : filters) {
            for (Iterator<String> names = filter.fieldNames(); names.hasNext(); ) {
                allow("filter", names.next(), FILTERS);
            }
        }
    }

    private static void allow(String where, String name, Set<String> allowed) {
        if (!allowed.contains(name)) {
            throw new IllegalArgumentException(
                    where + " has an unknown field (got " + name + "); allowed are " + allowed);
        }
    }
}
