package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers bulk requests as Elasticsearch does, except where a test has scripted a failure. It keeps
 * what it took, so that a test sees effects and not only calls.
 */
final class ScriptedElasticsearch implements AutoCloseable {

    /** What a scripted request meets. */
    sealed interface Step {
        /** The whole request is refused. */
        record Refuse(int status, String body) implements Step {}

        /** Items whose id has this prefix are refused. */
        record RefuseItems(String idPrefix, int status, String type) implements Step {}

        /** The documents are taken, and the connection breaks before the answer. */
        record BreakAfterwards() implements Step {}
    }

    private record Document(long version, String source) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Deque<Step> script = new ArrayDeque<>();
    private final Map<String, Document> documents = new TreeMap<>();
    private final List<Integer> requests = new ArrayList<>();
    private final int port;
    private int maxBytes = Integer.MAX_VALUE;
    private @Nullable HttpServer server;

    ScriptedElasticsearch() throws IOException {
        start(0);
        port = server().getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    synchronized void next(Step... steps) {
        script.addAll(List.of(steps));
    }

    synchronized void refuseAbove(int bytes) {
        maxBytes = bytes;
    }

    /** The ids that exist, with their index, in order. */
    synchronized List<String> ids() {
        return List.copyOf(documents.keySet());
    }

    synchronized String source(String index, String id) {
        Document document = documents.get(index + "/" + id);
        return document == null ? "absent" : document.source();
    }

    /** The number of operations in each request, in order of arrival. */
    synchronized List<Integer> requests() {
        return List.copyOf(requests);
    }

    /** Refuses connections until {@link #up}. */
    void down() {
        server().stop(0);
        server = null;
    }

    /** Listens again where it did. */
    void up() {
        try {
            start(port);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (server != null) {
            down();
        }
    }

    private HttpServer server() {
        if (server == null) {
            throw new IllegalStateException("the server is down");
        }
        return server;
    }

    private void start(int at) throws IOException {
        HttpServer fresh =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
        fresh.createContext("/_bulk", this::handle);
        fresh.start();
        server = fresh;
    }

    private synchronized void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String[] lines = new String(body, StandardCharsets.UTF_8).split("\n");
        requests.add(lines.length / 2);
        Step step = script.poll();
        if (body.length > maxBytes) {
            answer(exchange, 413, "");
        } else if (step instanceof Step.Refuse refuse) {
            answer(exchange, refuse.status(), refuse.body());
        } else {
            String taken = take(lines, step);
            if (step instanceof Step.BreakAfterwards) {
                exchange.close();
            } else {
                answer(exchange, 200, taken);
            }
        }
    }

    private String take(String[] lines, @Nullable Step step) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode items = JSON.createArrayNode();
        boolean errors = false;
        for (int i = 0; i < lines.length; i += 2) {
            JsonNode action = JSON.readTree(lines[i]);
            String kind = action.fieldNames().next();
            ObjectNode item = takeOne(kind, action.get(kind), lines[i + 1], step);
            errors |= item.has("error");
            items.add(JSON.createObjectNode().set(kind, item));
        }
        answer.put("errors", errors);
        answer.set("items", items);
        return JSON.writeValueAsString(answer);
    }

    private ObjectNode takeOne(String kind, JsonNode action, String source, @Nullable Step step) {
        String id = action.get("_id").asText();
        if (step instanceof Step.RefuseItems refuse && id.startsWith(refuse.idPrefix())) {
            return item(refuse.status(), refuse.type());
        }
        if (source.contains("poison")) {
            return item(400, "document_parsing_exception");
        }
        String key = action.get("_index").asText() + "/" + id;
        Document old = documents.get(key);
        long version = action.path("version").asLong(1);
        if (old != null && (kind.equals("create") || old.version() >= version)) {
            return item(409, "version_conflict_engine_exception");
        }
        documents.put(key, new Document(version, source));
        return item(old == null ? 201 : 200, "");
    }

    private static ObjectNode item(int status, String errorType) {
        ObjectNode item = JSON.createObjectNode().put("status", status);
        if (!errorType.isEmpty()) {
            item.set(
                    "error",
                    JSON.createObjectNode()
                            .put("type", errorType)
                            .put("reason", "scripted")
                            .set("caused_by", JSON.createObjectNode().put("reason", "deeper")));
        }
        return item;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("X-elastic-product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
