package io.pumasentinel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pumasentinel.cli.kibana.bundle.KibanaSources;
import io.pumasentinel.cli.kibana.bundle.NamedQuery;
import io.pumasentinel.cli.local.FreePort;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import io.pumasentinel.elasticsearch.ElasticsearchSearch;
import io.pumasentinel.elasticsearch.IndexSetup;
import io.pumasentinel.elasticsearch.node.ElasticsearchProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The query behind every panel, saved search and chart, against a real node that holds the demo's
 * capture under one namespace, and a few JSON lines with what a text log lacks under another.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KibanaQueriesIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PROJECT = Path.of(System.getProperty("basedir", "."), "..");
    private static final Instant START = Instant.parse("2026-11-21T22:00:00Z");

    /** What the capture cannot answer, and why. */
    private static final Map<String, String> NOT_IN_THE_CAPTURE =
            Map.of(
                    "panel user-agents", "Puma's own line has no user agent",
                    "search suspicious-agents", "Puma's own line has no user agent",
                    "panel failed-logins-by-user", "Puma's own line has no user",
                    "panel dead-letters", "every line of the capture is understood",
                    "search dead-letters", "every line of the capture is understood");

    /**
     * Steps of time by their number are in a module that distributions have and the embedded node
     * lacks; it gets the steps that come out for the capture.
     */
    private static final Pattern STEPS =
            Pattern.compile(
                    "\"auto_date_histogram\":\\{\"field\":\"@timestamp\",\"buckets\":\\d+}");

    private static final String FIXED_STEPS =
            "\"date_histogram\":{\"field\":\"@timestamp\",\"fixed_interval\":\"30s\"}";

    private ElasticsearchProcess node;
    private ElasticsearchSearch search;
    private List<NamedQuery> queries;

    @BeforeAll
    void indexBoth(@TempDir Path folder) throws Exception {
        queries = KibanaSources.read(PROJECT).queries();
        node = ElasticsearchProcess.start(folder.resolve("elasticsearch"), FreePort.near(19210));
        ElasticsearchConnection connection = ElasticsearchConnection.to(node.url().toString());
        IndexSetup.install(connection, Duration.ofSeconds(30));
        search = new ElasticsearchSearch(connection);
        CaptureFiles capture = CaptureFiles.named("puma-7.2-cluster");
        load("demo", CaptureAnalysis.of(capture, folder.resolve("capture")));
        Path json =
                Files.write(
                        folder.resolve("access.ndjson"),
                        RefusedSignIns.of(START, 40, List.of("curl/8.5.0", "sqlmap/1.8")));
        load("json", CaptureAnalysis.of(List.of(json), capture.stats(), folder.resolve("json")));
        search.refresh("*");
    }

    private void load(String namespace, CaptureAnalysis analysis) throws Exception {
        new AnalysisLoader(node.url(), namespace).load(analysis);
    }

    @AfterAll
    void stop() throws IOException {
        search.close();
        node.close();
    }

    @Test
    void everyQueryOfTheCaptureAnswersWithRows() throws IOException {
        Set<String> empty = new TreeSet<>();
        for (NamedQuery query : queries) {
            String index = query.index().replace("-*", "-demo-*");
            if (!hasRows(query, answer(query, index))) {
                empty.add(query.name());
            }
        }
        assertThat(queries).hasSizeGreaterThan(50);
        assertThat(empty).isEqualTo(new TreeSet<>(NOT_IN_THE_CAPTURE.keySet()));
    }

    @Test
    void whatTheCaptureLacksComesWithJsonLines() throws IOException {
        for (NamedQuery query : queries) {
            if (NOT_IN_THE_CAPTURE.containsKey(query.name())) {
                String index = query.index().replace("-*", "-json-*");
                assertThat(hasRows(query, answer(query, index))).as(query.name()).isTrue();
            }
        }
    }

    @Test
    void oneDataViewSeesAllNamespaces() throws IOException {
        for (NamedQuery query : queries) {
            JsonNode all = answer(query, query.index());
            JsonNode demo = answer(query, query.index().replace("-*", "-demo-*"));
            JsonNode json = answer(query, query.index().replace("-*", "-json-*"));
            assertThat(hits(all)).as(query.name()).isEqualTo(hits(demo) + hits(json));
        }
    }

    private JsonNode answer(NamedQuery query, String index) throws IOException {
        ObjectNode counted = query.body().deepCopy();
        counted.put("track_total_hits", true);
        String body = STEPS.matcher(counted.toString()).replaceAll(FIXED_STEPS);
        JsonNode answer = JSON.readTree(search.search(index, body));
        assertThat(answer.path("timed_out").asBoolean()).as(query.name()).isFalse();
        assertThat(answer.at("/_shards/failed").asInt()).as(query.name()).isZero();
        return answer;
    }

    private static long hits(JsonNode answer) {
        return answer.at("/hits/total/value").asLong();
    }

    /** Documents, and where it counts them no empty table and no counter without a number. */
    private static boolean hasRows(NamedQuery query, JsonNode answer) {
        boolean documents = hits(answer) > 0 && answer.path("hits").has("hits");
        boolean lists = query.body().path("size").asInt(10) > 0;
        return documents
                && (!lists || !answer.at("/hits/hits").isEmpty())
                && areFilled(query.body().path("aggs"), answer.path("aggregations"));
    }

    private static boolean areFilled(JsonNode asked, JsonNode answered) {
        for (Map.Entry<String, JsonNode> aggregation : asked.properties()) {
            JsonNode answer = answered.path(aggregation.getKey());
            JsonNode inner = aggregation.getValue().path("aggs");
            if (!isAnswered(answer, inner)) {
                return false;
            }
        }
        return true;
    }

    /** A split needs a filled bucket; a filter may count none; a metric needs a number. */
    private static boolean isAnswered(JsonNode answer, JsonNode inner) {
        if (answer.has("buckets")) {
            return isFilled(answer.path("buckets"), inner);
        }
        return answer.has("doc_count") ? areFilled(inner, answer) : isNumber(answer);
    }

    /** Some bucket has documents, and all that is asked of it. */
    private static boolean isFilled(JsonNode buckets, JsonNode inner) {
        for (JsonNode bucket : buckets) {
            if (bucket.path("doc_count").asLong() > 0 && areFilled(inner, bucket)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNumber(JsonNode metric) {
        JsonNode percentiles = metric.path("values");
        JsonNode value =
                percentiles.isMissingNode() ? metric.path("value") : percentiles.iterator().next();
        return value.isNumber();
    }
}
