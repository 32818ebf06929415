package io.pumasentinel.cli.review.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers from the indices of one namespace, one search a question. */
public final class ElasticsearchReview implements ReviewSource {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1000;

    private final ElasticsearchSearch search;
    private final String namespace;

    /**
     * Opens a client.
     *
     * @throws IOException if the secret or the CA file cannot be read
     */
    public ElasticsearchReview(ElasticsearchConnection connection, String namespace)
            throws IOException {
        this.search = new ElasticsearchSearch(connection);
        this.namespace = namespace;
    }

    @Override
    public Answers answer(List<Question> questions) throws IOException {
        Answers answers = new Answers();
        for (Question question : questions) {
            JsonNode answer = whole(question.stream(), SearchBody.of(question));
            List<Group> groups = new ArrayList<>();
            if (question.by().isEmpty()) {
                long count = answer.at("/hits/total/value").asLong();
                groups.add(group(question, List.of(), count, answer.path("aggregations")));
            } else {
                collect(question, answer.path("aggregations"), List.of(), groups);
            }
            answers.put(question, groups);
        }
        return answers;
    }

    @Override
    public List<ReviewedAlert> alerts(Span span, List<Condition> where) throws IOException {
        List<ReviewedAlert> alerts = new ArrayList<>();
        @Nullable ArrayNode after = null;
        do {
            String body = SearchBody.ofAlerts(span, where, PAGE, after);
            JsonNode hits = whole(DocumentStream.ALERTS, body).at("/hits/hits");
            hits.forEach(hit -> alerts.add(ReviewedAlert.of(hit.path("_source"))));
            after = hits.size() < PAGE ? null : (ArrayNode) hits.get(PAGE - 1).path("sort");
        } while (after != null);
        return alerts;
    }

    @Override
    public Optional<String> lacks(DocumentStream stream) {
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        search.close();
    }

    /** An answer that a shard is missing from would be told as the whole. */
    private JsonNode whole(DocumentStream stream, String body) throws IOException {
        String indices = stream.indices(namespace);
        JsonNode answer = JSON.readTree(search.search(indices, body));
        int failed = answer.at("/_shards/failed").asInt();
        if (failed > 0 || answer.path("timed_out").asBoolean()) {
            throw new IOException(
                    "search "
                            + indices
                            + ": an answer in part (got "
                            + failed
                            + " failed shards"
                            + (answer.path("timed_out").asBoolean() ? ", timed out" : "")
                            + ")");
        }
        return answer;
    }

    private static void collect(
            Question question, JsonNode aggregations, List<String> keys, List<Group> into) {
        for (JsonNode bucket : aggregations.path(SearchBody.GROUPS).path("buckets")) {
            List<String> extended = new ArrayList<>(keys);
            extended.add(bucket.path("key").asText());
            if (extended.size() == question.by().size()) {
                into.add(group(question, extended, bucket.path("doc_count").asLong(), bucket));
            } else {
                collect(question, bucket, extended, into);
            }
        }
    }

    private static Group group(
            Question question, List<String> keys, long count, JsonNode aggregations) {
        Map<Measure, Double> measures = new HashMap<>();
        for (int i = 0; i < question.measures().size(); i++) {
            JsonNode answer = aggregations.path(SearchBody.name(i));
            double value =
                    answer.has("doc_count")
                            ? answer.path("doc_count").asDouble()
                            : answer.path("value").asDouble(Double.NaN);
            Measure measure = question.measures().get(i);
            // An index that does not exist answers without aggregations.
            boolean counts = measure instanceof Measure.Where || measure instanceof Measure.Sum;
            measures.put(measure, counts && Double.isNaN(value) ? 0.0 : value);
        }
        return new Group(keys, count, measures);
    }
}
