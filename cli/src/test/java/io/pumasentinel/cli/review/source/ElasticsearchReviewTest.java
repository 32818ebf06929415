package io.pumasentinel.cli.review.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.pumasentinel.elasticsearch.ElasticsearchConnection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a review makes of answers that a healthy node does not give. */
class ElasticsearchReviewTest {
    private static final Span HOUR =
            new Span(Instant.parse("2026-11-21T12:00:00Z"), Instant.parse("2026-11-21T13:00:00Z"));

    @Test
    void takesNoPartForTheWhole() throws IOException {
        refuses("{\"timed_out\":false,\"_shards\":{\"failed\":2}}", "got 2 failed shards)");
        refuses(
                "{\"timed_out\":true,\"_shards\":{\"failed\":0}}",
                "got 0 failed shards, timed out)");
    }

    @Test
    void asksForThePagesOfAlertsUntilTheLastOne() throws IOException {
        String full = hits(1000, 0);
        String rest = hits(3, 1000);
        List<String> asked = new ArrayList<>();
        HttpServer server = serve(asked, full, rest);
        try (ElasticsearchReview review = review(server)) {
            assertThat(review.alerts(HOUR, List.of())).hasSize(1003).doesNotHaveDuplicates();
        } finally {
            server.stop(0);
        }
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).doesNotContain("search_after");
        assertThat(asked.get(1)).contains("\"search_after\":[5,\"a999\"]");
    }

    @Test
    void takesIndicesThatDoNotExistForEmptyOnes() throws IOException {
        Measure sum = new Measure.Sum(Field.REQUESTS);
        Measure mean = new Measure.Mean(Field.P95, Field.REQUESTS);
        Question question =
                new Question(
                        DocumentStream.WINDOWS,
                        HOUR,
                        List.of(),
                        List.of(),
                        List.of(sum, mean),
                        null);
        HttpServer server =
                serve(new ArrayList<>(), "{\"hits\":{\"total\":{\"value\":0},\"hits\":[]}}");
        try (ElasticsearchReview review = review(server)) {
            Group all = review.answer(List.of(question)).all(question);
            assertThat(all.count()).isZero();
            assertThat(all.value(sum)).isZero();
            assertThat(all.value(mean)).isNaN();
        } finally {
            server.stop(0);
        }
    }

    private static void refuses(String answer, String sentence) throws IOException {
        HttpServer server = serve(new ArrayList<>(), answer);
        try (ElasticsearchReview review = review(server)) {
            assertThatThrownBy(() -> review.alerts(HOUR, List.of()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("search alerts-puma-ns-*: an answer in part (" + sentence);
        } finally {
            server.stop(0);
        }
    }

    private static ElasticsearchReview review(HttpServer server) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return new ElasticsearchReview(ElasticsearchConnection.to(url), "ns");
    }

    private static String hits(int number, int first) {
        List<String> hits = new ArrayList<>();
        for (int i = first; i < first + number; i++) {
            hits.add(
                    "{\"_source\":{\"@timestamp\":\"2026-11-21T12:00:00Z\",\"sentinel\":{\"alert\":{\"id\":\"a%d\"}}},\"sort\":[5,\"a%d\"]}"
                            .formatted(i, i));
        }
        return "{\"hits\":{\"hits\":[" + String.join(",", hits) + "]}}";
    }

    private static HttpServer serve(List<String> asked, String... answers) throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    byte[] answer =
                            answers[Math.min(asked.size(), answers.length) - 1].getBytes(
                                    StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "application/json");
                    exchange.getResponseHeaders().add("X-Elastic-Product", "Elasticsearch");
                    exchange.sendResponseHeaders(200, answer.length);
                    exchange.getResponseBody().write(answer);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
