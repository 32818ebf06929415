package io.pumasentinel.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Answers like a cluster of the default distribution, whose lifecycle policies, transforms and
 * snapshot policies the embedded node lacks: what is put is given back in the documented envelope,
 * and what is in use cannot be deleted.
 */
final class FullCluster implements Closeable {
    /** What its nodes say they are. */
    volatile String version = "8.19.21";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonNode EMPTY = JSON.createObjectNode();

    /** Where {@link #put} takes the mappings of the indices that are there. */
    static final String MAPPINGS = "/_mapping";

    private final HttpServer server;
    private final Map<String, JsonNode> stored = new TreeMap<>();
    private final Set<String> started = new HashSet<>();
    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> inUse = new HashSet<>();

    FullCluster() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    ElasticsearchConnection connection() {
        return ElasticsearchConnection.to("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was put, started, stopped and deleted, in order. */
    List<String> changes() {
        return List.copyOf(changes);
    }

    JsonNode stored(String path) {
        return stored.getOrDefault(path, JSON.missingNode());
    }

    /** As if somebody had put it by hand. */
    void put(String path, String body) throws IOException {
        stored.put(path, JSON.readTree(body.replace('\'', '"')));
    }

    /** From now on it cannot be deleted. */
    void use(String path) {
        inUse.add(path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode request = body.length == 0 ? JSON.missingNode() : JSON.readTree(body);
        synchronized (this) {
            switch (exchange.getRequestMethod()) {
                case "GET" -> get(exchange, path);
                case "PUT" -> put(exchange, path, request);
                case "POST" -> post(exchange, path);
                default -> delete(exchange, path);
            }
        }
    }

    private void get(HttpExchange exchange, String path) throws IOException {
        switch (path) {
            case "/_cluster/health" -> send(exchange, 200, "{}");
            case "/_xpack" -> send(exchange, 200, features());
            case "/_nodes/ingest" ->
                    send(
                            exchange,
                            200,
                            "{\"nodes\":{\"a\":{\"version\":\""
                                    + version
                                    + "\",\"ingest\":{\"processors\":[{\"type\":\"set\"}]}}}}");
            default -> {
                if (path.endsWith("/_mapping")) {
                    send(exchange, 200, stored.getOrDefault(MAPPINGS, EMPTY).toString());
                } else if (stored.containsKey(path)) {
                    send(exchange, 200, envelope(path, stored(path)).toString());
                } else {
                    send(exchange, 404, "{}");
                }
            }
        }
    }

    private static String features() {
        ObjectNode features = JSON.createObjectNode();
        for (String name : List.of("ilm", "slm", "transform", "security")) {
            features.withObject("/features/" + name).put("available", true).put("enabled", true);
        }
        return features.toString();
    }

    private static JsonNode envelope(String path, JsonNode body) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        ObjectNode answer = JSON.createObjectNode();
        if (path.startsWith("/_ilm/policy/")) {
            answer.withObject("/" + name).put("version", 3).set("policy", body.path("policy"));
        } else if (path.startsWith("/_slm/policy/")) {
            answer.withObject("/" + name).put("version", 3).set("policy", body);
        } else if (path.startsWith("/_ingest/")) {
            answer.set(name, body);
        } else if (path.startsWith("/_transform/")) {
            ObjectNode transform = body.deepCopy();
            answer.withArray("/transforms")
                    .add(transform.put("id", name).put("version", "10.0.0").put("create_time", 1));
        } else {
            boolean index = path.startsWith("/_index_template/");
            answer.withArray(index ? "/index_templates" : "/component_templates")
                    .addObject()
                    .set(index ? "index_template" : "component_template", body);
        }
        return answer;
    }

    private void put(HttpExchange exchange, String path, JsonNode body) throws IOException {
        if (path.startsWith("/_transform/") && stored.containsKey(path)) {
            send(exchange, 400, error("resource_already_exists_exception"));
            return;
        }
        stored.put(path, body);
        changes.add("put " + path);
        send(exchange, 200, "{\"acknowledged\":true}");
    }

    private void post(HttpExchange exchange, String path) throws IOException {
        String transform = path.substring(0, path.lastIndexOf('/'));
        boolean start = path.endsWith("/_start");
        if (path.startsWith("/_transform/") && start == started.contains(transform) && start) {
            send(exchange, 409, error("already_started"));
            return;
        }
        if (path.startsWith("/_transform/")) {
            changes.add((start ? "start " : "stop ") + transform);
            if (start) {
                started.add(transform);
            } else {
                started.remove(transform);
            }
        }
        send(exchange, 200, "{}");
    }

    private void delete(HttpExchange exchange, String path) throws IOException {
        if (inUse.contains(path) || started.contains(path)) {
            send(exchange, 400, error("in use"));
            return;
        }
        changes.add("delete " + path);
        send(exchange, stored.remove(path) == null ? 404 : 200, "{}");
    }

    private static String error(String reason) {
        return "{\"error\":{\"type\":\"illegal_argument_exception\",\"reason\":\""
                + reason
                + "\"}}";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-elastic-product", "Elasticsearch");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
