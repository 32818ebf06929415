package io.pumasentinel.cli.review.source;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions in Elasticsearch's language. */
final class SearchBody {
    static final String GROUPS = "groups";

    /** Above this, groups that are spread over many indices may be counted too low. */
    private static final int PER_SHARD = 5 * Question.MOST;

    private static final ObjectMapper JSON = new ObjectMapper();

    private SearchBody() {}

    static String of(Question question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("size", 0).put("track_total_hits", true);
        body.set("query", query(question.span(), question.where()));
        aggregations(body, question, 0);
        return body.toString();
    }

    /** A page of alerts by the time at which they fired. */
    static String ofAlerts(Span span, List<Condition> where, int size, @Nullable ArrayNode after) {
        ObjectNode body = JSON.createObjectNode();
        body.put("size", size).put("track_total_hits", false);
        body.set("query", query(span, where));
        ArrayNode sort = body.putArray("sort");
        sort.addObject()
                .putObject(Field.TIME.path())
                .put("order", "asc")
                .put("unmapped_type", "date");
        sort.addObject()
                .putObject(ReviewedAlert.ID)
                .put("order", "asc")
                .put("unmapped_type", "keyword");
        ArrayNode left = body.putObject("_source").putArray("excludes");
        ReviewedAlert.NOT_NEEDED.forEach(left::add);
        if (after != null) {
            body.set("search_after", after);
        }
        return body.toString();
    }

    /** The name of a question's measure among a group's aggregations. */
    static String name(int measure) {
        return "m" + measure;
    }

    private static ObjectNode query(Span span, List<Condition> where) {
        ObjectNode query = JSON.createObjectNode();
        ArrayNode filter = query.putObject("bool").putArray("filter");
        filter.addObject()
                .putObject("range")
                .putObject(Field.TIME.path())
                .put("gte", span.from().toString())
                .put("lt", span.until().toString())
                .put("format", "strict_date_optional_time_nanos");
        where.forEach(condition -> filter.add(condition(condition)));
        return query;
    }

    private static ObjectNode condition(Condition condition) {
        ObjectNode node = JSON.createObjectNode();
        if (condition instanceof Condition.Is is) {
            node.putObject("term").put(is.field().path(), is.value());
        } else if (condition instanceof Condition.Has has) {
            node.putObject("exists").put("field", has.field().path());
        } else if (condition instanceof Condition.Begins begins) {
            ArrayNode any = node.putObject("bool").putArray("should");
            for (String prefix : begins.prefixes()) {
                any.addObject().putObject("prefix").put(begins.field().path(), prefix);
            }
        }
        return node;
    }

    private static void aggregations(ObjectNode parent, Question question, int depth) {
        if (depth == question.by().size()) {
            measures(parent, question);
            return;
        }
        ObjectNode groups = parent.putObject("aggs").putObject(GROUPS);
        ObjectNode terms = groups.putObject("terms");
        terms.put("field", question.by().get(depth).path());
        terms.put("size", Question.MOST).put("shard_size", PER_SHARD);
        if (question.order() != null) {
            String measure = name(question.measures().indexOf(question.order()));
            terms.putObject("order").put(measure, "desc");
        }
        aggregations(groups, question, depth + 1);
    }

    private static void measures(ObjectNode parent, Question question) {
        if (question.measures().isEmpty()) {
            return;
        }
        ObjectNode all =
                parent.has("aggs") ? (ObjectNode) parent.path("aggs") : parent.putObject("aggs");
        for (int i = 0; i < question.measures().size(); i++) {
            all.set(name(i), measure(question.measures().get(i)));
        }
    }

    private static ObjectNode measure(Measure measure) {
        ObjectNode node = JSON.createObjectNode();
        if (measure instanceof Measure.Sum sum) {
            node.putObject("sum").put("field", sum.field().path());
        } else if (measure instanceof Measure.Largest largest) {
            node.putObject("max").put("field", largest.field().path());
        } else if (measure instanceof Measure.Mean mean) {
            ObjectNode weighted = node.putObject("weighted_avg");
            weighted.putObject("value").put("field", mean.value().path());
            weighted.putObject("weight").put("field", mean.weight().path());
        } else if (measure instanceof Measure.Distinct distinct) {
            node.putObject("cardinality").put("field", distinct.field().path());
        } else if (measure instanceof Measure.Where where) {
            node.set("filter", condition(where.condition()));
        } else if (measure instanceof Measure.Latest) {
            node.putObject("max").put("field", Field.TIME.path());
        }
        return node;
    }
}
